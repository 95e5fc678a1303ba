defmodule Conformance.Supervision.Children do
  @moduledoc "Random supervisors and workers, with fields left out that have their default."
  import Conformance.Random

  @doc """
  Returns a supervisor of at most `depth` levels with at most `budget` children in all, and what is
  left of the budget.
  """
  def static(id, depth, budget, traits) do
    own = between(min(1, budget), min(budget, 8))
    ends_itself = not is_map_key(traits, :via) and chance?(20)
    {children, left} = fill(own, depth, budget - own, traits)

    {id
     |> supervisor(depth, traits)
     |> Map.put(
       "children",
       if(ends_itself, do: Enum.map(children, &significant/1), else: children)
     )
     |> maybe_put(60, "strategy", one_of(["one_for_all", "rest_for_one"]))
     |> auto_shutdown(ends_itself), left}
  end

  defp auto_shutdown(plan, false), do: plan

  defp auto_shutdown(plan, true),
    do: Map.put(plan, "auto_shutdown", one_of(["any_significant", "all_significant"]))

  @doc "Makes some children significant: those that may end for good."
  def significant(%{"restart" => _} = plan), do: maybe_put(plan, 60, "significant", true)
  def significant(plan), do: plan

  defp fill(count, depth, budget, traits) do
    Enum.map_reduce(names(count), budget, fn id, left ->
      cond do
        depth > 1 and left > 0 and chance?(50) ->
          static(id, depth - 1, left, traits) |> as_child()

        depth > 1 and chance?(25) ->
          {dynamic(id, traits) |> restarts(), left}

        true ->
          {worker(id, traits), left}
      end
    end)
  end

  defp as_child({supervisor, left}), do: {restarts(supervisor), left}

  defp names(count), do: ?a..?z |> Enum.take(count) |> Enum.map(&<<&1>>)

  defp supervisor(id, depth, traits) do
    %{"id" => id}
    |> maybe_put(
      70,
      "max",
      if(depth > 2, do: one_of([0, 1, 2, 10]), else: one_of([0, 1, 5, 10, 50]))
    )
    |> period(traits)
    |> shutdown_of_supervisor(traits)
    |> name_of_supervisor(traits)
  end

  # The period is over after the next wait, and not before.
  defp period(plan, %{waits: true}), do: maybe_put(plan, 70, "seconds", 1)
  defp period(plan, _traits), do: plan

  defp name_of_supervisor(plan, %{via: true}), do: maybe_put(plan, 40, "name", via())
  defp name_of_supervisor(plan, _traits), do: plan

  # Killed together with its supervisor, a named child may still have its name when the next wants
  # it: nothing decides which of the two comes first.
  defp shutdown_of_supervisor(plan, %{named: true}), do: plan
  defp shutdown_of_supervisor(plan, _traits), do: maybe_put(plan, 10, "shutdown", "brutal_kill")

  defp dynamic(id, traits) do
    id
    |> supervisor(1, traits)
    |> Map.put("dynamic", true)
    |> maybe_put(40, "max_children", between(0, 4))
  end

  @doc "Returns what is started while the tree runs: mostly a worker, else a small supervisor."
  def child(id, %{named: true} = traits), do: worker(id, traits)

  def child(id, traits) do
    case weighted(worker: 85, static: 10, dynamic: 5) do
      :worker -> worker(id, traits)
      :static -> static(id, between(1, 2), between(1, 3), traits) |> elem(0) |> restarts()
      :dynamic -> dynamic(id, traits) |> restarts()
    end
  end

  def worker(id, traits) do
    %{"id" => id}
    |> maybe_put(65, "trap", true)
    |> maybe_put(12, "init", outcomes())
    |> restarts()
    |> shutdown()
    |> name(traits)
  end

  defp restarts(plan), do: maybe_put(plan, 45, "restart", one_of(["transient", "temporary"]))

  defp shutdown(plan) do
    case weighted(default: 72, brutal: 10, infinity: 7, hangs: 8, none: 3) do
      :default -> plan
      :brutal -> Map.put(plan, "shutdown", "brutal_kill")
      :infinity -> Map.put(plan, "shutdown", "infinity")
      # If it trapped exits, it would be luck whether it still gets to its terminate.
      :none -> plan |> Map.delete("trap") |> Map.put("shutdown", 0)
      :hangs -> Map.merge(plan, %{"trap" => true, "hangs" => true, "shutdown" => between(1, 3)})
    end
  end

  defp via, do: ["via", "one", "k#{between(1, 9)}"]

  # Two workers of one name meet seldom: the second does not start.
  defp name(plan, %{via: true}),
    do: maybe_put(plan, 70, "name", if(chance?(85), do: via(), else: "n#{between(1, 5)}"))

  defp name(plan, %{named: true}), do: maybe_put(plan, 25, "name", "n#{between(1, 12)}")
  defp name(plan, _traits), do: plan

  defp outcomes do
    failure = one_of(["ignore", "stop", "raise", "shutdown", "exit"])

    List.duplicate("ok", one_of([0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2])) ++
      repeat(one_of([:once, :thrice, :always]), failure)
  end

  defp repeat(:once, failure), do: [failure]
  defp repeat(:thrice, failure), do: [failure, failure, failure]
  defp repeat(:always, failure), do: [failure, "*"]
end
