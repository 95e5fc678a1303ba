defmodule Conformance.Systems.Generator do
  @moduledoc "Makes a random scenario of servers that are looked into, suspended and resumed by `:sys`."
  import Conformance.Random
  alias Conformance.Servers

  @servers ~w(s1 s2)

  def generate(shape) do
    %{"actors" => clients, "steps" => steps} = Servers.Generator.generate(shape)
    %{"actors" => clients, "steps" => Enum.flat_map(steps, &[&1 | more(clients)])}
  end

  defp more(clients) do
    order = [one_of(clients), one_of(@servers)]

    case weighted(
           nothing: 25,
           suspend: 22,
           resume: 18,
           state: 12,
           replace: 8,
           status: 6,
           statistics: 6,
           held: 8
         ) do
      :nothing -> []
      :suspend -> [["suspend" | order]]
      :resume -> [["resume" | order]]
      :state -> [["get_state" | order]]
      :replace -> [["replace_state" | order] ++ [one_of(["new", "newer", ["raise"], ["exit"]])]]
      :status -> [["get_status" | order]]
      :statistics -> [["statistics" | order] ++ [one_of([true, false, "get", "get"])]]
      :held -> held(order)
    end
  end

  # An order takes its turn behind the messages that wait for a server that is held.
  defp held([client, server]) do
    [["cast", client, server, ["hold"]], [one_of(~w(get_state get_state_briefly)), client, server]]
  end
end
