defmodule Conformance.Timers.Generator do
  @moduledoc "Makes a random scenario of plain processes that set timers, and receive by value."
  import Conformance.Random
  alias Conformance.Processes

  @texts ~w(hello ciao salve)

  def generate(shape) do
    %{"actors" => actors, "steps" => steps} = Processes.Generator.generate(shape)
    %{"actors" => actors, "steps" => Enum.flat_map(steps, &[&1, step(actors)])}
  end

  defp step(actors) do
    actor = one_of(actors)

    case weighted(set: 30, ask: 30, soon: 15, pick: 15, flush: 10) do
      :set -> ["set_timer", actor, target(actors)]
      :ask -> [one_of(~w(cancel_timer read_timer read_timer)), actor, between(0, 2)]
      :soon -> ["send_after", actor, target(actors), one_of(@texts)]
      :pick -> ["pick", actor, for(_ <- 1..between(1, 4), do: one_of(@texts)), one_of(@texts)]
      :flush -> ["monitor_and_flush", actor, target(actors)]
    end
  end

  defp target(actors), do: if(chance?(80), do: one_of(actors), else: ["name", one_of(~w(n1 n2))])
end
