defmodule Conformance.Ends.Generator do
  @moduledoc "Makes a random scenario of moments around an end, which other processes try to hit."
  import Conformance.Random

  @reasons ["oops", "shutdown", ["shutdown", "done"], "killed", "noproc", "kill"]

  def generate(shape), do: %{"steps" => for(_ <- 1..between(3, shape.steps), do: step())}

  defp step do
    case weighted(tie: 30, succeed: 25, ask: 20, start: 25) do
      :tie -> [one_of(~w(monitor_at_exit link_at_exit monitor_at_down)), one_of(@reasons)]
      :succeed -> ["succeed", one_of(["normal" | @reasons])]
      :ask -> ["ask_plain", one_of(["normal" | @reasons])]
      :start -> ["signal_in_init", one_of(~w(start start_link)), traits(), signal()]
    end
  end

  defp traits,
    do: %{} |> maybe_put(50, "parent_traps", true) |> maybe_put(30, "server_traps", true)

  defp signal, do: one_of(["oops", "shutdown", ["shutdown", "done"], "kill", "kill", "normal"])
end
