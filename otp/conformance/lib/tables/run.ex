defmodule Conformance.Tables.Run do
  @moduledoc "Runs a scenario of ETS tables: see `Conformance.Player`."
  alias Conformance.Processes.{Actor, Run}
  alias Conformance.Tables.Operation
  alias Conformance.{Term, Tracer}

  def start(env, scenario), do: Run.start(env, scenario)
  def finish(env, scenario), do: Run.finish(env, scenario)
  def ping(pid, :actor), do: Actor.ping(pid)

  @doc "A step is `[operation, actor, table, ...]`, or `[\"end\", actor, reason]`."
  def perform(env, [action, id | details]) do
    case Tracer.at(env.tracer, id) do
      nil -> :none
      {ref, pid, :actor} -> {:unless_dead, ref, act(env, action, pid, details)}
    end
  end

  defp act(_env, "end", pid, [reason]),
    do: Actor.run(pid, fn -> exit(Term.reason(reason)) end) && :ok

  defp act(env, "new", pid, [id, plan]) do
    name = :"#{Map.get(plan, "name", id)} of lane #{env.lane}"
    created = apply_in(pid, fn -> :ets.new(name, options(env, id, plan)) end)
    unless created == :badarg, do: Process.put(id, created)
    if created == :badarg, do: :badarg, else: :ok
  end

  defp act(env, "give_away", pid, [id, receiver]) do
    on_table(id, fn table ->
      receiver = Tracer.pid_of(env.tracer, receiver)
      apply_in(pid, fn -> :ets.give_away(table, receiver, id) end)
    end)
  end

  defp act(_env, operation, pid, [id | arguments]) do
    on_table(id, fn table ->
      apply_in(pid, fn -> Operation.perform(operation, table, arguments) end)
    end)
  end

  defp on_table(id, function) do
    case Process.get(id) do
      nil -> :no_target
      table -> function.(table)
    end
  end

  defp apply_in(pid, function), do: Actor.tell(pid, ["apply", function])

  defp options(env, id, plan) do
    heir = if plan["heir"], do: [{:heir, Tracer.pid_of(env.tracer, plan["heir"]), id}], else: []
    named = if plan["name"], do: [:named_table], else: []
    [String.to_atom(plan["type"]), String.to_atom(plan["access"])] ++ heir ++ named
  end
end
