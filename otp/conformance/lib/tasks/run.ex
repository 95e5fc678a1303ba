defmodule Conformance.Tasks.Run do
  @moduledoc "Runs a scenario of actors that own tasks, and use an agent: see `Conformance.Player`."
  alias Conformance.Processes.{Actor, Run}
  alias Conformance.{Names, Term, Tracer}

  # Too short for a task that waits; all others have ended when their owner asks.
  @brief_ms 5

  def start(env, scenario) do
    {:ok, _supervisor} = Task.Supervisor.start_link(name: supervisor(env))
    for id <- scenario["actors"], do: Actor.start(env, id, &spawn/1, false)
    :ok
  end

  # A task that does not wait is about to end.
  def ping(pid, :actor), do: Actor.ping(pid)
  def ping(_pid, :task), do: exit(:busy)

  def finish(env, scenario) do
    Run.finish(env, scenario)
    if Process.whereis(agent(env)), do: Agent.stop(agent(env))
    Supervisor.stop(supervisor(env))
  end

  @doc "A step is `[action, owner, task, ...]`; `[\"release\", task]` lets a task go on that waits."
  def perform(env, ["release", id]) do
    case Tracer.at(env.tracer, id) do
      {ref, pid, :task} ->
        Tracer.unwait(env.tracer, ref, "release")
        send(pid, :release)
        :ok

      nil ->
        :none
    end
  end

  def perform(env, [start, owner, id, work])
      when start in ~w(async async_nolink async_supervised) do
    with_owner(env, owner, fn pid ->
      task = tell(pid, fn -> start(start, env, id, work) end)
      Process.put({:task, id}, task)
      await_watched(env, id, task)
      send(task.pid, :begin)
      :ok
    end)
  end

  def perform(env, ["trap", owner, trap]),
    do: with_owner(env, owner, &Run.ask(&1, ["trap", trap]))

  def perform(env, ["end", owner, reason]),
    do: with_owner(env, owner, &Run.ask(&1, ["end", reason]))

  def perform(env, ["agent", owner, what]),
    do:
      with_owner(env, owner, fn pid ->
        tell(pid, fn -> outcome(fn -> agent(what, env) end) end)
      end)

  def perform(env, [action, owner, id | details]) do
    with_owner(env, owner, fn pid ->
      case Process.get({:task, id}) do
        nil -> :no_target
        task -> tell(pid, fn -> ask(action, task, details) end)
      end
    end)
  end

  defp with_owner(env, owner, function) do
    case Tracer.at(env.tracer, owner) do
      nil -> :none
      {ref, pid, :actor} -> {:unless_dead, ref, function.(pid)}
    end
  end

  defp tell(pid, function), do: Run.ask(pid, ["apply", function])

  defp await_watched(env, id, task),
    do: Tracer.pid_of(env.tracer, id) == task.pid || await_watched(env, id, task)

  defp start(start, env, id, work) do
    ref = "#{id}##{Tracer.number(env.tracer, id)}"
    function = fn -> work(env, id, ref, work) end

    case start do
      "async" -> Task.async(function)
      "async_nolink" -> Task.Supervisor.async_nolink(supervisor(env), function)
      "async_supervised" -> Task.Supervisor.async(supervisor(env), function)
    end
  end

  # It begins when its owner is known to have started it.
  defp work(env, id, ref, work) do
    Tracer.watch(env.tracer, id, ref, self(), :task)
    receive do: (:begin -> :ok)
    if work == ["wait"], do: Tracer.wait(env.tracer, ref, "release")
    work(work)
  end

  defp work(["wait"]), do: receive(do: (:release -> 0))
  defp work(["return", value]), do: value
  defp work(["raise", message]), do: raise(message)
  defp work(["exit", reason]), do: exit(Term.reason(reason))

  defp ask("await_or_die", task, []), do: Task.await(task, @brief_ms)
  defp ask("await", task, []), do: outcome(fn -> Task.await(task, @brief_ms) end)
  defp ask("yield", task, []), do: outcome(fn -> Task.yield(task, @brief_ms) end)

  defp ask("shutdown", task, [how]) do
    how = if is_binary(how), do: String.to_atom(how), else: how
    outcome(fn -> Task.shutdown(task, how) end)
  end

  defp ask("exit", task, [reason]), do: Process.exit(task.pid, Term.reason(reason)) && :ok

  defp outcome(function) do
    case function.() do
      {:ok, value} when not is_pid(value) -> ["ok", value]
      nil -> :nothing
      other -> other
    end
  catch
    :exit, {reason, {_module, _function, _arguments}} -> {:exit, reason}
    :exit, reason -> {:exit, reason}
  end

  defp agent(["start"], env), do: Agent.start(fn -> 0 end, name: agent(env))
  defp agent(["stop"], env), do: Agent.stop(agent(env))
  defp agent(["get"], env), do: Agent.get(agent(env), & &1)
  defp agent(["update", amount], env), do: Agent.update(agent(env), &(&1 + amount))
  defp agent(["cast", amount], env), do: Agent.cast(agent(env), &(&1 + amount))
  defp agent(["raise", message], env), do: Agent.get(agent(env), fn _ -> raise message end)

  defp agent(["exit", reason], env),
    do: Agent.update(agent(env), fn _ -> exit(Term.reason(reason)) end)

  defp agent(["get_and_update", amount], env),
    do: Agent.get_and_update(agent(env), &{&1, &1 + amount})

  defp agent(env), do: Names.local(env, "agent")
  defp supervisor(env), do: Names.local(env, "task supervisor")
end
