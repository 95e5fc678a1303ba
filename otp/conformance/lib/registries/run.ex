defmodule Conformance.Registries.Run do
  @moduledoc """
  Runs a scenario of registries, with processes, servers and perhaps a tree that use them: see
  `Conformance.Player`. What is not about registries is done as in those families.
  """
  alias Conformance.{Json, Names, Term, Tracer}
  alias Conformance.Processes.{Actor, Run}
  alias Conformance.Registries.{Keeper, Listener}
  alias Conformance.Supervision

  def start(env, scenario) do
    if scenario["listens"], do: Listener.start(env)
    for {id, keys} <- scenario["registries"], do: Keeper.start(env, id, keys)
    Run.start(env, scenario)
    if tree = scenario["tree"], do: Supervision.Node.start_root(env, tree), else: :ok
  end

  def ping(pid, :registry), do: Keeper.ping(pid)
  def ping(pid, :listener), do: Listener.ping(pid)
  def ping(pid, :actor), do: Actor.ping(pid)
  def ping(pid, tag), do: Supervision.Run.ping(pid, tag)

  # The tree in good order; then one after the other, so that it is no luck who dies of whom.
  def finish(env, scenario) do
    if scenario["tree"], do: Supervision.Run.finish(env, scenario)
    env.quiet.()
    kill_all(env)
  end

  defp kill_all(env) do
    case Tracer.living(env.tracer) do
      [] ->
        :ok

      [{ref, pid, tag} | _] ->
        if tag == :registry, do: Keeper.kill(env, id_of(ref)), else: Process.exit(pid, :kill)
        env.quiet.()
        kill_all(env)
    end
  end

  defp id_of(ref), do: ref |> String.split("#") |> hd()

  def perform(env, ["start_registry", id, keys]), do: Keeper.start(env, id, keys)
  def perform(env, ["kill_registry", id]), do: Keeper.kill(env, id)

  def perform(env, ["register", actor, ["via", registry, key], value]) do
    in_actor(env, actor, fn -> Registry.register(Names.local(env, registry), key, value) end)
  end

  def perform(env, ["unregister", actor, ["via", registry, key]]) do
    in_actor(env, actor, fn -> Registry.unregister(Names.local(env, registry), key) end)
  end

  def perform(env, ["unregister_match", actor, ["via", registry, key], value]) do
    in_actor(env, actor, fn ->
      Registry.unregister_match(Names.local(env, registry), key, value)
    end)
  end

  def perform(env, ["update_value", actor, ["via", registry, key], value]) do
    in_actor(env, actor, fn ->
      with {_value, before} <-
             Registry.update_value(Names.local(env, registry), key, fn _before -> value end),
           do: {:was, before}
    end)
  end

  def perform(env, ["match", registry, key, value]) do
    entries_or_badarg(env, fn -> Registry.match(Names.local(env, registry), key, value) end)
  end

  def perform(env, ["select", registry, value]) do
    spec = [{{:"$1", :"$2", value}, [], [{{:"$1", :"$2"}}]}]
    entries_or_badarg(env, fn -> Registry.select(Names.local(env, registry), spec) end)
  end

  def perform(env, ["values", registry, key, id]) do
    case Tracer.pid_of(env.tracer, id) do
      nil -> :none
      pid -> Actor.or_badarg(fn -> Registry.values(Names.local(env, registry), key, pid) end)
    end
  end

  def perform(env, ["put_meta", registry, key, value]),
    do: Actor.or_badarg(fn -> Registry.put_meta(Names.local(env, registry), {key}, value) end)

  def perform(env, ["meta", registry, key]) do
    Actor.or_badarg(fn ->
      with {:ok, value} <- Registry.meta(Names.local(env, registry), {key}), do: {:is, value}
    end)
  end

  def perform(env, ["delete_meta", registry, key]),
    do: Actor.or_badarg(fn -> Registry.delete_meta(Names.local(env, registry), {key}) end)

  def perform(env, ["dispatch", actor, registry, key, text]) do
    in_actor(env, actor, fn ->
      Registry.dispatch(Names.local(env, registry), key, fn entries ->
        for {pid, _value} <- entries, do: send(pid, {:say, self(), text})
      end)
    end)
  end

  def perform(env, ["send", actor, ["via", registry, key], text]) do
    in_actor(env, actor, fn ->
      Registry.send({Names.local(env, registry), key}, {:say, self(), text}) && :ok
    end)
  end

  def perform(env, ["start", actor, plan]) do
    case Tracer.at(env.tracer, plan["id"]) do
      nil -> in_actor(env, actor, fn -> start_worker(env, plan) end)
      _runs -> :none
    end
  end

  def perform(env, ["lookup", registry, key]) do
    entries_or_badarg(env, fn -> Registry.lookup(Names.local(env, registry), key) end)
  end

  def perform(env, ["keys", registry, id]) do
    case Tracer.pid_of(env.tracer, id) do
      nil -> :none
      pid -> entries_or_badarg(env, fn -> Registry.keys(Names.local(env, registry), pid) end)
    end
  end

  def perform(env, ["registrations", registry]),
    do: Actor.or_badarg(fn -> Registry.count(Names.local(env, registry)) end)

  def perform(env, ["whereis", ["via", registry, key]]),
    do: Actor.or_badarg(fn -> Registry.whereis_name({Names.local(env, registry), key}) end)

  def perform(env, [action, name]) when action in ~w(unregister whereis),
    do: Run.perform(env, [action, name])

  def perform(env, [action, id | _] = step) do
    case Tracer.at(env.tracer, id) do
      {_ref, _pid, :actor} -> Run.perform(env, step)
      _other when action in ~w(register is_alive) -> Run.perform(env, step)
      _other -> Supervision.Run.perform(env, step)
    end
  end

  defp in_actor(env, id, function) do
    case Tracer.at(env.tracer, id) do
      nil -> :none
      {ref, pid, :actor} -> {:unless_dead, ref, Run.ask(pid, ["apply", function])}
    end
  end

  defp start_worker(env, plan),
    do: Supervision.Node.start(env, plan, %{path: nil, group: {plan["id"], :ordered}})

  # No order is promised.
  defp entries_or_badarg(env, function) do
    refs = Tracer.refs(env.tracer)

    Actor.or_badarg(fn ->
      function.() |> Enum.map(&Term.encode(&1, refs)) |> Enum.sort_by(&as_text/1)
    end)
  end

  defp as_text(entry), do: entry |> Json.encode() |> IO.iodata_to_binary()
end
