defmodule Conformance.Processes.Generator do
  @moduledoc "Makes a random scenario of plain processes: links, monitors, exit signals, names."
  import Conformance.Random

  @initial ~w(a b c d e f g h)
  @names ~w(n1 n2 n3)

  def generate(shape) do
    actors = Enum.take(@initial, between(2, length(@initial)))

    steps =
      for number <- 1..between(3, shape.steps),
          do: step(actors ++ ~w(x0 x1 x2), "x#{div(number, 4)}")

    %{"actors" => actors, "steps" => opening(hd(actors)) ++ steps}
  end

  # A chain of linked processes, of which some trap exits.
  defp opening(first) do
    if chance?(30), do: chain(first, Enum.take(~w(x0 x1 x2), between(1, 3))), else: []
  end

  defp chain(first, others) do
    links =
      for {parent, child} <- Enum.zip([first | others], others), do: ["spawn_link", parent, child]

    links ++ for other <- others, chance?(40), do: ["trap", other, true]
  end

  defp step(actors, new) do
    actor = one_of(actors)

    case weighted(ties: 40, signals: 25, ends: 12, messages: 12, names: 12, spawns: 8) do
      :ties ->
        tie(actor, one_of(actors))

      :signals ->
        ["exit", actor, one_of(actors), one_of([reason(), "kill", "normal"])]

      :ends ->
        ending(actor)

      :messages ->
        ["send", actor, target(actors), one_of(~w(hello ciao salve))]

      :names ->
        name(actor)

      :spawns ->
        [one_of(["spawn", "spawn_link"]), actor, new]
    end
  end

  @doc "Returns a step in which the actor ends."
  def ending(actor) do
    one_of([
      ["end", actor, one_of([reason(), "kill", "normal"])],
      ["raise", actor, "boom"],
      ["return", actor]
    ])
  end

  defp tie(actor, other) do
    case weighted(link: 30, unlink: 8, monitor: 25, monitor_name: 6, demonitor: 8, trap: 20) do
      :link -> ["link", actor, other]
      :unlink -> ["unlink", actor, other]
      :monitor -> ["monitor", actor, other]
      :monitor_name -> ["monitor", actor, ["name", one_of(@names)]]
      :demonitor -> ["demonitor", actor, between(0, 2)]
      :trap -> ["trap", actor, chance?(75)]
    end
  end

  defp name(actor) do
    one_of([
      ["register", actor, one_of(@names)],
      ["register", actor, one_of(@names)],
      ["unregister", one_of(@names)],
      ["whereis", one_of(@names)],
      ["is_alive", actor]
    ])
  end

  defp target(actors), do: if(chance?(70), do: one_of(actors), else: ["name", one_of(@names)])

  defp reason, do: one_of(["oops", "shutdown", ["shutdown", "done"], "killed", "noproc"])
end
