defmodule Conformance.Tasks.Generator do
  @moduledoc "Makes a random scenario of actors that own tasks, and use an agent."
  import Conformance.Random

  @owners ~w(a b c)

  def generate(shape) do
    owners = Enum.take(@owners, between(1, 3))
    %{"actors" => owners, "steps" => for(_ <- 1..between(3, shape.steps), do: step(owners))}
  end

  defp step(owners) do
    owner = one_of(owners)
    task = task(if chance?(90), do: owner, else: one_of(owners))

    case weighted(start: 30, ask: 35, release: 10, trap: 8, signal: 7, agent: 10) do
      :start ->
        [one_of(~w(async async async_nolink async_supervised)), owner, task(owner), work()]

      :ask ->
        ask(owner, task)

      :release ->
        ["release", task]

      :trap ->
        ["trap", owner, chance?(75)]

      :signal ->
        signal(owner, task)

      :agent ->
        ["agent", owner, agent()]
    end
  end

  defp task(owner), do: "#{owner}#{between(1, 3)}"

  defp work do
    case weighted(wait: 50, return: 25, raise: 8, exit: 17) do
      :wait -> ["wait"]
      :return -> ["return", between(1, 9)]
      :raise -> ["raise", "boom"]
      :exit -> ["exit", reason()]
    end
  end

  defp ask(owner, task) do
    one_of([
      ["await", owner, task],
      ["await_or_die", owner, task],
      ["yield", owner, task],
      ["shutdown", owner, task, one_of(["brutal_kill", 5000, "infinity"])]
    ])
  end

  defp signal(owner, task) do
    one_of([
      ["exit", owner, task, one_of([reason(), "kill"])],
      ["end", owner, reason()]
    ])
  end

  defp agent do
    one_of([
      ["get"],
      ["update", between(1, 9)],
      ["get_and_update", between(1, 9)],
      ["cast", between(1, 9)],
      ["raise", "boom"],
      ["exit", reason()],
      ["stop"],
      ["start"],
      ["start"]
    ])
  end

  defp reason, do: one_of(["normal", "oops", "shutdown", ["shutdown", "done"], "killed"])
end
