defmodule Conformance.Timeouts.Generator do
  @moduledoc "Makes a random scenario of servers that are given only so much time to start and to stop."
  import Conformance.Random
  alias Conformance.Servers

  def generate(shape) do
    %{"actors" => clients, "steps" => steps} = Servers.Generator.generate(shape)
    %{"actors" => clients, "steps" => Enum.flat_map(steps, &[&1 | more(clients)])}
  end

  defp more(clients) do
    client = one_of(clients)
    server = one_of(~w(s1 s2))
    reason = one_of(["normal", "oops", "shutdown", ["shutdown", "done"]])

    case weighted(nothing: 50, stop: 35, start: 15) do
      :nothing ->
        []

      :stop ->
        [["cast", client, server, ["hold"]], ["stop_briefly", client, server, reason]]

      :start ->
        [["start", client, "late", hanging()]]
    end
  end

  defp hanging do
    %{"init" => "hang"} |> maybe_put(60, "link", true) |> maybe_put(40, "trap", true)
  end
end
