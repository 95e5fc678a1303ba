defmodule Conformance.Traces.Run do
  @moduledoc """
  Runs a scenario of plain processes, as `Conformance.Processes.Run` does, and has Erlang trace all of
  them: what it tells of each is among the events of a step.
  """
  alias Conformance.{Processes, Tracer}
  alias Conformance.Traces.Collector

  def start(env, scenario) do
    :ok = Processes.Run.start(env, scenario)
    collector = Collector.start_link()
    Process.put(:collector, collector)

    for {_ref, pid, _tag} <- Tracer.living(env.tracer),
        do: :erlang.trace(pid, true, [:procs, :set_on_spawn, {:tracer, collector}])

    :ok
  end

  defdelegate perform(env, step), to: Processes.Run
  defdelegate finish(env, scenario), to: Processes.Run
  defdelegate ping(pid, tag), to: Processes.Run

  @doc "Notes what has been traced since the last step."
  def settle(env) do
    refs = Tracer.refs(env.tracer)
    delivered = :erlang.trace_delivered(:all)
    receive do: ({:trace_delivered, :all, ^delivered} -> :ok)

    for event <- Collector.take(Process.get(:collector)), do: note(env, refs, event)
  end

  # What is told of the other side of a start or a link is the same once more.
  defp note(_env, _refs, {_process, kind, _detail})
       when kind in [:spawned, :getting_linked, :getting_unlinked],
       do: :ok

  defp note(env, refs, {process, kind, detail}) do
    ref = refs[process]
    Tracer.note(env.tracer, {"trace of #{ref}", :ordered}, [kind, ref, shown(kind, detail)])
  end

  defp shown(kind, name) when kind in [:register, :unregister],
    do: name |> to_string() |> String.split(" ") |> hd()

  defp shown(_kind, detail), do: detail
end
