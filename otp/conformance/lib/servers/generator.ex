defmodule Conformance.Servers.Generator do
  @moduledoc "Makes a random scenario of servers and clients."
  import Conformance.Random

  @servers ~w(s1 s2 s3 s4)
  @names ~w(n1 n2)

  def generate(shape) do
    clients = Enum.take(~w(c1 c2 c3 c4), between(1, 4))
    traits = %{linked: chance?(50), reasons: reasons()}
    steps = for _ <- 1..between(3, shape.steps), do: step(clients, traits)
    %{"actors" => clients, "steps" => [["start", hd(clients), "s1", %{}] | steps]}
  end

  # If two servers that wait for each other are linked to one process, it is luck which of them learns
  # of its end from whom: so either servers are linked, or they ask each other.
  defp step(clients, traits) do
    client = one_of(clients)

    case weighted(
           start: 16,
           call: 34,
           cast: 14,
           stop: 6,
           send: 6,
           exit: 10,
           trap: 8,
           end: 3,
           release: 8
         ) do
      :start ->
        ["start", client, one_of(@servers), plan(traits)]

      :call ->
        call(client, traits)

      :cast ->
        ["cast", client, target(), cast(traits)]

      :stop ->
        ["stop", client, target(), reason(traits)]

      :send ->
        ["send", client, target(), "hello"]

      :exit ->
        ["exit", client, one_of(@servers ++ clients), one_of([reason(traits), "kill", "normal"])]

      :trap ->
        ["trap", client, chance?(80)]

      :end ->
        ["end", client, one_of([reason(traits), "normal"])]

      :release ->
        ["release", one_of(@servers)]
    end
  end

  defp plan(traits) do
    %{}
    |> maybe_put(if(traits.linked, do: 70, else: 0), "link", true)
    |> maybe_put(40, "trap", true)
    |> maybe_put(30, "name", one_of(@names))
    |> maybe_put(40, "init", init(traits))
    |> maybe_put(10, "goodbye", "raise")
  end

  defp init(traits) do
    case weighted(fail: 40, stop: 15, exit: 10, go_on: 35) do
      :fail -> one_of(~w(ignore stop raise exit))
      :stop -> ["stop", reason(traits)]
      :exit -> ["exit", reason(traits)]
      :go_on -> ["go_on", program(traits)]
    end
  end

  defp call(client, traits) do
    case weighted(call: 85, brief: 15) do
      :call -> ["call", client, target(), request(traits)]
      :brief -> ["call_briefly", client, target(), ["forget"]]
    end
  end

  defp request(traits) do
    case weighted(
           who: 22,
           defer: 25,
           stop: 8,
           answer_and_stop: 8,
           raise: 8,
           exit: 6,
           ask: 18,
           ask_itself: 5,
           answer_and_go_on: 12,
           go_on: 12
         ) do
      :who ->
        ["who"]

      :defer ->
        ["defer"]

      :stop ->
        ["stop", reason(traits)]

      :answer_and_stop ->
        ["answer_and_stop", reason(traits)]

      :raise ->
        ["raise", "boom"]

      :exit ->
        ["exit", reason(traits)]

      :answer_and_go_on ->
        ["answer_and_go_on", program(traits)]

      :go_on ->
        ["go_on", program(traits)]

      :ask when traits.linked ->
        ["who"]

      :ask ->
        [
          "ask",
          one_of(@servers)
          | one_of([["who"], ["defer"], ["defer"], ["raise", "boom"], ["stop", "normal"]])
        ]

      :ask_itself ->
        ["ask_itself"]
    end
  end

  defp cast(traits) do
    case weighted(answer: 32, hold: 30, stop: 12, raise: 6, exit: 5, go_on: 15) do
      :go_on -> ["go_on", program(traits)]
      :answer -> ["answer"]
      :hold -> ["hold"]
      :stop -> ["stop", reason(traits)]
      :raise -> ["raise", "boom"]
      :exit -> ["exit", reason(traits)]
    end
  end

  # Timeouts are none, short, or so long that the next message ends them.
  defp program(traits) do
    if chance?(50),
      do: ["timeout", one_of([0, 0, 1, 3, 600_000]), rest(traits)],
      else: ["continue", rest(traits)]
  end

  defp rest(traits) do
    case weighted(nothing: 30, more: 30, answer: 20, stop: 8, raise: 6, exit: 6) do
      :nothing -> []
      :more -> program(traits)
      :answer -> ["answer", rest(traits)]
      :stop -> ["stop", reason(traits)]
      :raise -> ["raise", "boom"]
      :exit -> ["exit", reason(traits)]
    end
  end

  defp target, do: if(chance?(80), do: one_of(@servers), else: ["name", one_of(@names)])

  # Ends for one reason only are told apart by nothing else than how they come about.
  defp reasons do
    all = ["normal", "oops", "shutdown", ["shutdown", "done"], "killed", "noproc"]
    if chance?(40), do: [one_of(all)], else: all
  end

  defp reason(traits), do: one_of(traits.reasons)
end
