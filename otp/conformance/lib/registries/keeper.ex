defmodule Conformance.Registries.Keeper do
  @moduledoc """
  Starts and ends registries. The tracer watches the process that keeps the entries, and which the
  registered are linked with: in Elixir, that is the only child of the registry's supervisor.
  """
  alias Conformance.{Names, Tracer}
  alias Conformance.Registries.Listener

  @doc "Starts a registry, unless it runs."
  def start(env, id, keys) do
    case Tracer.at(env.tracer, id) do
      nil -> launch(env, id, keys)
      _runs -> :none
    end
  end

  defp launch(env, id, keys) do
    ref = "#{id}##{Tracer.number(env.tracer, id)}"

    {:ok, pid} =
      Registry.start_link(
        keys: String.to_atom(keys),
        name: Names.local(env, id),
        listeners: Listener.names(env)
      )

    [{_id, partition, :worker, _modules}] = Supervisor.which_children(pid)
    Tracer.watch(env.tracer, id, ref, partition, :registry)
    :ok
  end

  @doc "Kills a registry, and waits until everybody who is linked with it has been told."
  def kill(env, id) do
    case Tracer.at(env.tracer, id) do
      nil ->
        :none

      {_ref, partition, :registry} ->
        kill_and_wait(Process.whereis(Names.local(env, id)), partition)
    end
  end

  defp kill_and_wait(supervisor, partition) do
    monitors = for pid <- [supervisor, partition], do: Process.monitor(pid)
    Process.exit(supervisor, :kill)

    for monitor <- monitors do
      receive do: ({:DOWN, ^monitor, :process, _pid, _reason} -> :ok)
    end

    :ok
  end

  @doc "Has the registry answer after everything that it has to do."
  def ping(partition), do: GenServer.call(partition, :sync)
end
