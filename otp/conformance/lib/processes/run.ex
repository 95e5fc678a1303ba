defmodule Conformance.Processes.Run do
  @moduledoc "Runs a scenario of plain processes: see `Conformance.Player`."
  alias Conformance.Processes.Actor
  alias Conformance.{Names, Tracer}

  def start(env, scenario) do
    for id <- scenario["actors"], do: Actor.start(env, id, &spawn/1)
    :ok
  end

  def ping(pid, :actor), do: Actor.ping(pid)

  # One after the other: who dies of whom would be a matter of luck otherwise.
  def finish(env, scenario) do
    case Tracer.living(env.tracer) do
      [] ->
        :ok

      [{_ref, pid, _tag} | _] ->
        Process.exit(pid, :kill)
        env.quiet.()
        finish(env, scenario)
    end
  end

  @doc "A step is `[action, actor, ...]`; what follows may name other actors, dead or alive, and names."
  def perform(env, ["register", id, name]) do
    with_pid(
      env,
      id,
      &Actor.or_badarg(fn -> Process.register(&1, Names.local(env, name)) && :ok end)
    )
  end

  def perform(env, ["unregister", name]) do
    Actor.or_badarg(fn -> Process.unregister(Names.local(env, name)) && :ok end)
  end

  def perform(env, ["whereis", name]), do: Process.whereis(Names.local(env, name)) || :undefined
  def perform(env, ["is_alive", id]), do: with_pid(env, id, &Process.alive?/1)

  def perform(env, [action, id | details]) do
    case Tracer.at(env.tracer, id) do
      nil -> :none
      {ref, pid, :actor} -> {:unless_dead, ref, tell(env, pid, action, details)}
    end
  end

  defp tell(env, pid, action, [target | details])
       when action in ~w(link unlink monitor exit send send_after set_timer monitor_and_flush) do
    case resolve(env, target) do
      nil -> :no_target
      other -> ask(pid, [action, other | details])
    end
  end

  defp tell(_env, pid, action, details), do: ask(pid, [action | details])

  @doc "Has an actor perform a step; says so if it dies of it."
  def ask(pid, step) do
    Actor.tell(pid, step)
  catch
    :exit, _reason -> :died
  end

  defp resolve(env, ["name", name]), do: Names.local(env, name)
  defp resolve(env, id), do: Tracer.pid_of(env.tracer, id)

  defp with_pid(env, id, function) do
    case Tracer.pid_of(env.tracer, id) do
      nil -> :none
      pid -> function.(pid)
    end
  end
end
