defmodule Conformance.Suspensions.Run do
  @moduledoc """
  Runs a supervision scenario, as `Conformance.Supervision.Run` does, with workers that are suspended. It
  asks by `:sys` whether a worker is at rest: one that is suspended answers nothing else.
  """
  alias Conformance.Supervision.Run
  alias Conformance.Tracer

  defdelegate start(env, scenario), to: Run
  defdelegate finish(env, scenario), to: Run

  def ping(pid, :worker), do: :sys.get_state(pid, 100)
  def ping(pid, tag), do: Run.ping(pid, tag)

  def perform(env, [action, path | _] = step) when is_binary(path) do
    case Tracer.at(env.tracer, path) do
      {ref, pid, :worker} -> perform(env, action, step, ref, pid)
      _ when action in ~w(suspend resume) -> :none
      _ -> Run.perform(env, step)
    end
  end

  def perform(env, step), do: Run.perform(env, step)

  defp perform(env, "suspend", _step, _ref, pid) do
    :ok = :sys.suspend(pid)
    Tracer.suspend(env.tracer, pid)
  end

  defp perform(env, "resume", _step, ref, pid) do
    Tracer.resume(env.tracer, ref)
    :sys.resume(pid)
  end

  # Who calls a worker that is suspended waits in vain.
  defp perform(env, action, step, ref, _pid) when action in ~w(who ask_to_stop),
    do: if(Tracer.suspended?(env.tracer, ref), do: :none, else: Run.perform(env, step))

  defp perform(env, _action, step, _ref, _pid), do: Run.perform(env, step)
end
