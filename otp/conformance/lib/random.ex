defmodule Conformance.Random do
  @moduledoc "Random choices. The generator is the process's own, so a seed decides everything."

  def seed(seed, index), do: :rand.seed(:exsss, :erlang.phash2({seed, index}, 4_294_967_296))

  @doc "Returns a number from `first` to `last`."
  def between(first, last), do: first - 1 + :rand.uniform(last - first + 1)

  def chance?(percent), do: :rand.uniform(100) <= percent

  def one_of(list), do: Enum.random(list)

  @doc "Picks a key of a keyword list; the values are the weights."
  def weighted(choices) do
    total = choices |> Keyword.values() |> Enum.sum()
    pick(choices, :rand.uniform(total))
  end

  defp pick([{choice, weight} | _], ticket) when ticket <= weight, do: choice
  defp pick([{_, weight} | others], ticket), do: pick(others, ticket - weight)

  @doc "Puts the key into the map with the chance given."
  def maybe_put(map, percent, key, value),
    do: if(chance?(percent), do: Map.put(map, key, value), else: map)
end
