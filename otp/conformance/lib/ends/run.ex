defmodule Conformance.Ends.Run do
  @moduledoc "Runs a scenario of moments around an end, each with processes of its own."
  alias Conformance.Ends.Server
  alias Conformance.Term

  def start(_env, _scenario), do: :ok
  def ping(_pid, _tag), do: :ok
  def finish(_env, _scenario), do: :ok

  def perform(_env, step), do: in_process(fn -> moment(step) end)

  # Shows what comes of it, or of what the process died.
  defp in_process(function) do
    player = self()
    {pid, monitor} = spawn_monitor(fn -> send(player, {:result, self(), function.()}) end)
    result_of(pid, monitor)
  end

  defp result_of(pid, monitor) do
    receive do
      {:result, sender, result} when sender == pid ->
        Process.demonitor(monitor, [:flush])
        result

      {:DOWN, answered, :process, _pid, reason} when answered == monitor ->
        [:died, reason]
    end
  end

  defp moment(["monitor_at_exit", reason]) do
    {pid, heard} = exit_of(reason)
    [heard, down(Process.monitor(pid))]
  end

  defp moment(["link_at_exit", reason]) do
    {pid, heard} = exit_of(reason)
    Process.link(pid)
    [heard, next_exit()]
  end

  defp moment(["monitor_at_down", reason]) do
    {pid, monitor} = spawn_monitor(fn -> exit(Term.reason(reason)) end)
    [down(monitor), down(Process.monitor(pid))]
  end

  # The successor begins as soon as the name is free, and needs the table's name as well.
  defp moment(["succeed", reason]) do
    [name, table] = for kind <- ~w(name table), do: fresh(kind)
    owner = own(name, table)
    send(owner, {:end, Term.reason(reason)})
    await_free(name)
    [create(table), Process.register(self(), name)]
  end

  defp moment(["ask_plain", reason]) do
    plain = spawn(fn -> take_and_exit(Term.reason(reason)) end)
    GenServer.call(plain, :question)
  catch
    :exit, reason -> reason
  end

  defp moment(["signal_in_init", start, traits, signal]) do
    Process.flag(:trap_exit, Map.get(traits, "parent_traps", false))
    signaller = spawn(fn -> signal(Term.reason(signal)) end)
    argument = {signaller, Map.get(traits, "server_traps", false)}
    result = apply(GenServer, String.to_atom(start), [Server, argument])
    shown = [with(({:ok, _pid} <- result), do: :ok), exits()]
    with {:ok, pid} <- result, do: Process.unlink(pid) && Process.exit(pid, :kill)
    shown
  end

  defp exit_of(reason) do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(Term.reason(reason)) end)
    {pid, next_exit()}
  end

  defp next_exit do
    receive do
      {:EXIT, _pid, reason} -> reason
    end
  end

  defp exits do
    receive do
      {:EXIT, _pid, reason} -> [reason | exits()]
    after
      10 -> []
    end
  end

  defp down(monitor) do
    receive do
      {:DOWN, answered, :process, _pid, reason} when answered == monitor -> reason
    end
  end

  defp own(name, table) do
    successor = self()

    owner =
      spawn(fn ->
        Process.register(self(), name)
        create(table)
        send(successor, :owns)
        receive(do: ({:end, reason} -> exit(reason)))
      end)

    receive(do: (:owns -> owner))
  end

  defp create(table) do
    :ets.new(table, [:named_table])
    :ok
  rescue
    ArgumentError -> :badarg
  end

  defp await_free(name), do: if(Process.whereis(name), do: await_free(name), else: :ok)

  defp fresh(kind), do: :"#{kind}_#{System.unique_integer([:positive])}"

  defp take_and_exit(reason), do: receive(do: ({:"$gen_call", _from, :question} -> exit(reason)))

  defp signal(reason) do
    receive do
      {:in_init, server} ->
        Process.exit(server, reason)
        send(server, :go)
    end
  end
end
