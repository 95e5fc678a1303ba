defmodule Conformance.Player do
  @moduledoc """
  Plays a scenario and returns its trace. A family says how: `start(env, scenario)` before the first
  step, `perform(env, step)`, `finish(env, scenario)` after the last, and `ping(pid, tag)`. One that has
  more to note when nothing happens any more does so in `settle(env)`.
  """
  alias Conformance.{Quiet, Step, Tracer}

  @doc "Plays in the calling process. No two at once may have one lane."
  def play(family, scenario, lane) do
    Process.flag(:trap_exit, true)
    {:ok, tracer} = Tracer.start_link()
    env = %{tracer: tracer, lane: lane, quiet: fn -> await_quiet(tracer, family) end}
    settle = if function_exported?(family, :settle, 1), do: &family.settle/1, else: fn _env -> :ok end
    env = Map.put(env, :settle, settle)
    actions = for step <- scenario["steps"], do: fn -> family.perform(env, step) end
    start = fn -> family.start(env, scenario) end
    finish = fn -> family.finish(env, scenario) end
    trace = for action <- [start] ++ actions ++ [finish], do: step(env, action)
    left = for {ref, _pid, _tag} <- Tracer.living(tracer), do: ref
    GenServer.stop(tracer)
    trace ++ [left]
  end

  defp step(env, action) do
    result = result_of(action)
    env.quiet.()
    env.settle.(env)
    Step.close(env.tracer, result)
  end

  defp result_of(action) do
    action.()
  catch
    :exit, {reason, {_module, _function, _arguments}} -> {:exit, reason}
    :exit, reason -> {:exit, reason}
  end

  # A process that waits for another answers nobody, but it is at rest.
  defp await_quiet(tracer, family) do
    Quiet.await(tracer, fn {ref, pid, tag} ->
      if Map.has_key?(Tracer.waiting(tracer), ref),
        do: Process.alive?(pid),
        else: answers?(family, pid, tag)
    end)
  end

  defp answers?(family, pid, tag) do
    family.ping(pid, tag)
    true
  catch
    :exit, _reason -> false
  end
end
