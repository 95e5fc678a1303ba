defmodule Conformance.Tracer do
  @moduledoc """
  Knows every process of a scenario: numbers the starts of each path, monitors who was started, and
  keeps what they note until the end of the step.
  """
  use GenServer

  def start_link, do: GenServer.start_link(__MODULE__, nil)

  @doc "Returns how often the path has been started, with this time."
  def number(tracer, path), do: GenServer.call(tracer, {:number, path})

  @doc "Monitors a process from now on. The tag says what kind of process it is."
  def watch(tracer, path, ref, pid, tag),
    do: GenServer.call(tracer, {:watch, path, ref, pid, tag})

  @doc "Keeps an event; those of one group stay in order."
  def note(tracer, group, event), do: GenServer.call(tracer, {:note, group, event})

  @doc "Says that a process waits for another one, and answers nobody until `unwait/3`, or the other's end."
  def wait(tracer, ref, other), do: GenServer.call(tracer, {:wait, ref, other})
  def unwait(tracer, ref, other), do: GenServer.call(tracer, {:unwait, ref, other})
  def waiting(tracer), do: GenServer.call(tracer, :waiting)

  @doc "Says that a server is suspended until `resume/2`, or its end."
  def suspend(tracer, pid), do: GenServer.call(tracer, {:suspend, pid})
  def resume(tracer, ref), do: GenServer.call(tracer, {:resume, ref})
  def suspended?(tracer, ref), do: GenServer.call(tracer, {:suspended?, ref})

  @doc "Says that a request is done, or that its caller waits until further notice."
  def settle(tracer, number), do: GenServer.call(tracer, {:settle, number})
  def settled?(tracer, number), do: GenServer.call(tracer, {:settled?, number})

  @doc "Says that a server is busy until `rest/2`, or its end: it must not be disturbed."
  def busy(tracer, ref), do: GenServer.call(tracer, {:busy, ref})
  def rest(tracer, ref), do: GenServer.call(tracer, {:rest, ref})
  def busy?(tracer, ref), do: GenServer.call(tracer, {:busy?, ref})

  @doc "Returns how much has been noted so far: it is the same again if nothing has happened."
  def size(tracer), do: GenServer.call(tracer, :size)

  @doc "Returns the living processes as `{ref, pid, tag}`, by reference."
  def living(tracer), do: GenServer.call(tracer, :living)

  @doc "Returns `{ref, pid, tag}` of the last process that was started at a path, or nil if it is dead."
  def at(tracer, path), do: GenServer.call(tracer, {:at, path})

  @doc "Returns the last process that was started at a path, dead or alive, or nil."
  def pid_of(tracer, path), do: GenServer.call(tracer, {:pid_of, path})

  @doc "Returns the reference of each process that ever was."
  def refs(tracer), do: GenServer.call(tracer, :refs)

  @doc "Returns `{events, deaths}` since the last time."
  def take(tracer), do: GenServer.call(tracer, :take)

  @impl true
  def init(nil),
    do:
      {:ok,
       %{
         size: 0,
         numbers: %{},
         living: %{},
         paths: %{},
         refs: %{},
         events: [],
         deaths: [],
         waiting: %{},
         busy: MapSet.new(),
         suspended: MapSet.new(),
         settled: MapSet.new()
       }}

  @impl true
  def handle_call({:wait, ref, other}, _from, state) do
    {:reply, :ok, %{state | size: state.size + 1, waiting: Map.put(state.waiting, ref, other)}}
  end

  # Whoever has given up on one may wait for another by now.
  def handle_call({:unwait, ref, other}, _from, state) do
    waiting =
      if state.waiting[ref] == other, do: Map.delete(state.waiting, ref), else: state.waiting

    {:reply, :ok, %{state | size: state.size + 1, waiting: waiting}}
  end

  def handle_call({:busy, ref}, _from, state),
    do: {:reply, :ok, update_in(state.busy, &MapSet.put(&1, ref))}

  def handle_call({:rest, ref}, _from, state),
    do: {:reply, :ok, update_in(state.busy, &MapSet.delete(&1, ref))}

  def handle_call({:busy?, ref}, _from, state), do: {:reply, ref in state.busy, state}

  # It may have ended already.
  def handle_call({:suspend, pid}, _from, state) do
    case state.living[pid] do
      nil -> {:reply, :ok, state}
      {ref, _pid, _tag} -> {:reply, :ok, update_in(state.suspended, &MapSet.put(&1, ref))}
    end
  end

  def handle_call({:resume, ref}, _from, state),
    do: {:reply, :ok, update_in(state.suspended, &MapSet.delete(&1, ref))}

  def handle_call({:suspended?, ref}, _from, state), do: {:reply, ref in state.suspended, state}

  def handle_call({:settle, number}, _from, state),
    do: {:reply, :ok, update_in(state.settled, &MapSet.put(&1, number))}

  def handle_call({:settled?, number}, _from, state), do: {:reply, number in state.settled, state}
  def handle_call(:waiting, _from, state), do: {:reply, state.waiting, state}

  def handle_call({:number, path}, _from, state) do
    number = Map.get(state.numbers, path, 0) + 1
    {:reply, number, put_in(state.numbers[path], number)}
  end

  def handle_call({:watch, path, ref, pid, tag}, _from, state) do
    Process.monitor(pid)

    {:reply, :ok,
     %{
       state
       | living: Map.put(state.living, pid, {ref, pid, tag}),
         paths: Map.put(state.paths, path, pid),
         refs: Map.put(state.refs, pid, ref)
     }}
  end

  def handle_call({:note, group, event}, _from, state) do
    {:reply, :ok, %{state | size: state.size + 1, events: [{group, event} | state.events]}}
  end

  def handle_call(:size, _from, state), do: {:reply, state.size, state}
  def handle_call(:refs, _from, state), do: {:reply, state.refs, state}

  def handle_call(:living, _from, state),
    do: {:reply, state.living |> Map.values() |> Enum.sort(), state}

  def handle_call({:at, path}, _from, state), do: {:reply, state.living[state.paths[path]], state}

  def handle_call({:pid_of, path}, _from, state), do: {:reply, state.paths[path], state}

  def handle_call(:take, _from, state) do
    {:reply, {Enum.reverse(state.events), state.deaths}, %{state | events: [], deaths: []}}
  end

  @impl true
  def handle_info({:DOWN, _monitor, :process, pid, reason}, state) do
    {{ref, _pid, _tag}, living} = Map.pop(state.living, pid)

    waiting =
      for {waiter, other} <- state.waiting,
          waiter != ref,
          other not in [ref, "resumption of #{ref}"],
          into: %{},
          do: {waiter, other}

    {:noreply,
     %{
       state
       | size: state.size + 1,
         living: living,
         waiting: waiting,
         busy: MapSet.delete(state.busy, ref),
         suspended: MapSet.delete(state.suspended, ref),
         deaths: [{ref, reason} | state.deaths]
     }}
  end
end
