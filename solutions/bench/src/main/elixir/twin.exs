# The same measurements as bench.Measuring, on the BEAM: prints a line "<figure> <value>" for each.
# Usage: elixir --erl "+P 2000000" twin.exs <workload>

defmodule Rounds do
  @warm_up 15
  @measured 5

  def all(round), do: for(_ <- 1..(@warm_up + @measured), do: round.())
  def median_of(round), do: round |> all() |> Enum.drop(@warm_up) |> median()

  def median(values) do
    sorted = Enum.sort(values)
    middle = div(length(sorted), 2)

    if rem(length(sorted), 2) == 1,
      do: Enum.at(sorted, middle),
      else: (Enum.at(sorted, middle - 1) + Enum.at(sorted, middle)) / 2
  end

  def seconds(work) do
    start = System.monotonic_time()
    work.()
    elapsed = System.monotonic_time() - start
    max(elapsed, 1) / System.convert_time_unit(1, :second, :native)
  end
end

defmodule Profiler do
  @lists 100

  def rate(clients, operations, operation) do
    started = for _ <- 1..clients, do: spawn_monitor(fn -> begin(div(operations, clients), operation) end)

    seconds =
      Rounds.seconds(fn ->
        for {pid, _} <- started, do: send(pid, :begin)
        Enum.each(started, &await_end/1)
      end)

    operations / seconds
  end

  defp begin(times, operation) do
    receive do
      :begin -> ask(times, operation)
    end
  end

  def await_end({_pid, monitor}) do
    receive do
      {:DOWN, ^monitor, :process, _, _} -> :ok
    end
  end

  defp ask(0, _operation), do: :ok

  defp ask(times, operation) do
    operation.("list #{:rand.uniform(@lists)}")
    ask(times - 1, operation)
  end
end

defmodule IdleServer do
  use GenServer

  def start, do: GenServer.start(__MODULE__, 0)
  def start_link(options), do: GenServer.start_link(__MODULE__, 0, options)

  @impl true
  def init(state), do: {:ok, state}

  @impl true
  def handle_call(:ping, _from, state), do: {:reply, true, state}
end

defmodule Cache do
  use GenServer

  def start, do: GenServer.start(__MODULE__, nil)
  def server_process(cache, list_name), do: GenServer.call(cache, {:server_process, list_name})
  def note(cache, list_name), do: GenServer.cast(cache, {:note, list_name})

  @impl true
  def init(_), do: {:ok, %{}}

  @impl true
  def handle_call({:server_process, list_name}, _from, servers) do
    case servers do
      %{^list_name => server} ->
        {:reply, server, servers}

      _ ->
        {:ok, server} = IdleServer.start()
        {:reply, server, Map.put(servers, list_name, server)}
    end
  end

  @impl true
  def handle_cast({:note, _list_name}, servers), do: {:noreply, servers}
end

defmodule Workloads do
  @calls 400_000
  @crowd_calls 1_000_000
  @reads 4_000_000
  @servers 100_000
  @restarts 1_000
  @churn_rounds 100
  @churned 10_000

  def run("calls") do
    {:ok, cache} = Cache.start()
    both("calls", @calls, &Cache.server_process(cache, &1))
  end

  def run("crowds") do
    {:ok, cache} = Cache.start()
    at("calls", [10_000, 40_000], @crowd_calls, &Cache.server_process(cache, &1))
  end

  def run("fairness") do
    {:ok, cache} = Cache.start()
    for _ <- 1..10_000, do: spawn(fn -> ask_for_ever(cache) end)
    Process.sleep(3_000)
    seconds = for _ <- 1..100, do: Rounds.seconds(&await_new_process/0)
    report("beside-busy", Rounds.median(seconds))
    report("beside-busy-latest", Enum.max(seconds))
  end

  def run("casting") do
    {:ok, cache} = Cache.start()

    report("casts", Rounds.median_of(fn -> @calls / Rounds.seconds(fn -> cast_all(cache) end) end))
  end

  def run("starting") do
    seconds = Rounds.all(fn -> seconds_to_start(@servers) end)
    report("first-start", hd(seconds))
    report("start", seconds |> Enum.drop(div(length(seconds), 2)) |> Rounds.median())
  end

  def run("memory") do
    with_servers(1, fn -> :ok end)
    before = memory()
    with_servers(@servers, fn -> report("bytes", (memory() - before) / @servers) end)
  end

  def run("table") do
    table = :ets.new(:table, [:set, :public, read_concurrency: true])
    for list_name <- lists(), do: :ets.insert(table, {list_name, self()})
    both("table", @reads, fn list_name -> [_] = :ets.lookup(table, list_name) end)
  end

  def run("registry") do
    {:ok, _} = Registry.start_link(keys: :unique, name: Lists)
    for list_name <- lists(), do: {:ok, _} = Registry.register(Lists, list_name, nil)
    both("registry", @reads, fn list_name -> [_] = Registry.lookup(Lists, list_name) end)
  end

  def run("restarting") do
    silence()
    children = [%{id: :child, start: {IdleServer, :start_link, [[name: :child]]}}]
    {:ok, _} = Supervisor.start_link(children, strategy: :one_for_one, max_restarts: 1_000_000_000)
    report("restart", Rounds.median_of(&median_restart/0))
  end

  def run("stopping") do
    stop(12_500)
    for count <- [12_500, 25_000, 50_000, 100_000], do: report("stop-#{count}", stop(count))
  end

  def run("churning") do
    spawn_and_kill(@churned)
    before = {processes(), memory()}
    seconds = Rounds.seconds(fn -> for _ <- 1..@churn_rounds, do: spawn_and_kill(@churned) end)
    report("churn", @churn_rounds * @churned / seconds)
    report("left-processes", processes() - elem(before, 0))
    bytes = memory() - elem(before, 1)
    report("left-bytes", max(bytes, 0) / (@churn_rounds * @churned))
  end

  def report(figure, value), do: IO.puts("#{figure} #{:erlang.float_to_binary(value / 1, decimals: 9)}")

  defp both(name, times, operation), do: at(name, [1, 100], times, operation)

  defp at(name, numbers_of_clients, times, operation) do
    for clients <- numbers_of_clients do
      report("#{name}-#{clients}", Rounds.median_of(fn -> Profiler.rate(clients, times, operation) end))
    end
  end

  defp ask_for_ever(cache) do
    Cache.server_process(cache, "list 1")
    ask_for_ever(cache)
  end

  defp await_new_process do
    Profiler.await_end(spawn_monitor(fn -> :ok end))
  end

  defp lists, do: for(i <- 1..100, do: "list #{i}")

  defp cast_all(cache) do
    client = fn ->
      for _ <- 1..@calls, do: Cache.note(cache, "list 1")
      Cache.server_process(cache, "list 1")
    end

    Profiler.await_end(spawn_monitor(client))
  end

  defp seconds_to_start(count) do
    start = System.monotonic_time()
    owner = self()
    with_servers(count, fn -> send(owner, {:started, System.monotonic_time() - start}) end)

    receive do
      {:started, elapsed} -> elapsed / System.convert_time_unit(1, :second, :native)
    end
  end

  defp with_servers(count, action) do
    servers = for _ <- 1..count, do: elem(IdleServer.start(), 1)
    action.()
    end_all(servers)
  end

  defp end_all(processes) do
    monitors = for process <- processes, do: {process, Process.monitor(process)}
    for process <- processes, do: Process.exit(process, :kill)
    Enum.each(monitors, &Profiler.await_end/1)
  end

  defp memory do
    for process <- Process.list(), do: :erlang.garbage_collect(process)
    :erlang.memory(:total)
  end

  defp silence, do: :logger.set_primary_config(:level, :none)

  defp median_restart do
    seconds =
      for _ <- 1..@restarts do
        Rounds.seconds(fn ->
          Process.exit(Process.whereis(:child), :kill)
          await_answer()
        end)
      end

    Rounds.median(seconds)
  end

  defp await_answer do
    GenServer.call(:child, :ping)
  catch
    :exit, _ -> await_answer()
  end

  defp stop(count) do
    children = for id <- 1..count, do: %{id: id, start: {IdleServer, :start_link, [[]]}}
    {:ok, supervisor} = Supervisor.start_link(children, strategy: :one_for_one)
    Rounds.seconds(fn -> Supervisor.stop(supervisor) end)
  end

  defp spawn_and_kill(count) do
    processes =
      for i <- 1..count do
        process = spawn(fn -> receive(do: (_ -> :ok)) end)
        Process.register(process, :"process #{i}")
        process
      end

    end_all(processes)
  end

  defp processes, do: length(Process.list()) + length(Process.registered())
end

Workloads.run(hd(System.argv()))
