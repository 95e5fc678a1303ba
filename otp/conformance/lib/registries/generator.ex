defmodule Conformance.Registries.Generator do
  @moduledoc "Makes a random scenario of registries and of processes that are found through them."
  import Conformance.Random
  alias Conformance.Processes
  alias Conformance.Supervision.{Children, Steps}

  @registries %{"one" => "unique", "many" => "duplicate"}
  @keys ~w(k1 k2 k3)
  @workers ~w(w1 w2 w3)

  def generate(shape) do
    actors = Enum.take(~w(a b c d), between(1, 4))
    steps = for _ <- 1..between(3, shape.steps), do: step(actors)

    scenario =
      maybe_put(
        %{"actors" => actors, "registries" => @registries, "steps" => steps},
        40,
        "listens",
        true
      )

    case weighted(tree: 45, ends: 25, neither: 30) do
      :tree -> with_tree(scenario, shape)
      :ends -> with_ends(scenario)
      :neither -> scenario
    end
  end

  # Whoever loses its registry dies at once, and the supervisors above learn of it in any order: so
  # there is a tree, or registries end.
  defp with_ends(scenario) do
    Map.update!(scenario, "steps", fn steps ->
      Enum.flat_map(steps, &if(chance?(5), do: [&1 | life()], else: [&1]))
    end)
  end

  defp life do
    id = one_of(Map.keys(@registries))
    start = ["start_registry", id, @registries[id]]
    one_of([[["kill_registry", id], start], [["kill_registry", id]], [start]])
  end

  defp with_tree(scenario, shape) do
    traits = %{named: true, via: true}
    levels = between(1, min(shape.depth, 3))
    {root, _left} = Children.static("r", levels, between(1, min(shape.children, 8)), traits)

    Map.merge(scenario, %{
      "tree" => root,
      "steps" =>
        Enum.flat_map(scenario["steps"], fn step ->
          if chance?(55), do: Steps.generate(root, 1, traits), else: [step]
        end)
    })
  end

  defp step(actors) do
    actor = one_of(actors)

    case weighted(register: 28, look: 20, say: 9, work: 22, name: 6, life: 15) do
      :register -> register(actor)
      :look -> look(actors)
      :say -> say(actor)
      :work -> work(actor)
      :name -> name(actor)
      :life -> life(actor, actors)
    end
  end

  defp register(actor) do
    case weighted(one: 40, many: 34, unregister: 12, match: 6, update: 10) do
      :one -> ["register", actor, via("one"), value()]
      :many -> ["register", actor, via("many"), value()]
      :unregister -> ["unregister", actor, any_via()]
      :match -> ["unregister_match", actor, any_via(), value()]
      :update -> ["update_value", actor, any_via(), value()]
    end
  end

  defp look(actors) do
    registry = one_of(Map.keys(@registries))

    one_of([
      ["lookup", registry, one_of(@keys)],
      ["lookup", registry, one_of(@keys)],
      ["keys", registry, one_of(actors ++ @workers)],
      ["registrations", registry],
      ["registrations", registry],
      ["keys", registry, one_of(actors ++ @workers)],
      ["values", registry, one_of(@keys), one_of(actors ++ @workers)],
      ["match", registry, one_of(@keys), value()],
      ["select", registry, value()],
      meta(registry),
      ["whereis", if(chance?(90), do: via("one"), else: via("many"))]
    ])
  end

  defp meta(registry) do
    key = one_of(~w(t1 t2))

    case weighted(put: 45, read: 40, delete: 15) do
      :put -> ["put_meta", registry, key, one_of([1, 2, "v"])]
      :read -> ["meta", registry, key]
      :delete -> ["delete_meta", registry, key]
    end
  end

  defp say(actor) do
    text = one_of(~w(hello ciao))

    one_of([
      ["dispatch", actor, one_of(Map.keys(@registries)), one_of(@keys), text],
      ["send", actor, via("one"), text]
    ])
  end

  defp work(actor) do
    case weighted(start: 40, ask: 22, tell: 18, stop: 12, signal: 8) do
      :start -> ["start", actor, worker()]
      :ask -> ["who_is", any_via()]
      :tell -> tell(one_of([any_via() | @workers]))
      :stop -> ["stop", one_of([any_via(), any_via() | @workers]), reason()]
      :signal -> ["exit", one_of(@workers), one_of(["kill", reason()])]
    end
  end

  # Without a supervisor nobody would end a worker that hangs.
  defp worker,
    do: @workers |> one_of() |> Children.worker(%{named: true, via: true}) |> Map.delete("hangs")

  defp tell(target) do
    one_of([
      ["tell_to_stop", target, reason()],
      ["tell_to_raise", target, "boom"],
      ["tell_to_exit", target, reason()],
      ["ask_to_stop", target, reason()]
    ])
  end

  # Locally registered are actors only: workers do not understand what actors send each other.
  defp name(actor) do
    name = one_of(~w(m1 m2))

    one_of([
      ["register", actor, name],
      ["register", actor, name],
      ["unregister", name],
      ["whereis", name],
      ["send", actor, ["name", name], "hello"]
    ])
  end

  defp life(actor, actors) do
    case weighted(tie: 35, spawn: 15, trap: 15, signal: 18, end: 17) do
      :tie -> [one_of(["link", "unlink", "monitor"]), actor, one_of(actors ++ @workers)]
      :spawn -> [one_of(["spawn", "spawn_link"]), actor, one_of(~w(b c d))]
      :trap -> ["trap", actor, chance?(75)]
      :signal -> ["exit", actor, one_of(actors), one_of([reason(), "kill", "normal"])]
      :end -> Processes.Generator.ending(actor)
    end
  end

  defp via(registry), do: ["via", registry, one_of(@keys)]
  defp any_via, do: if(chance?(88), do: via("one"), else: via("many"))
  defp value, do: one_of([1, 2, "v", nil])

  # Some workers hang when they are to shut down: nobody but a supervisor may tell them so.
  defp reason, do: one_of(["normal", "oops", "killed", ["shutdown", "done"]])
end
