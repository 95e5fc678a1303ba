defmodule Conformance.Tables.Operation do
  @moduledoc """
  Performs one operation on a table. In JSON, a tuple is an array, a list `{"list": [...]}`, a map
  `{"map": [[key, value], ...]}`, an atom `{"atom": text}`; `"_"` and `"$1"` are a pattern's
  wildcard and variables, and every other text is a string.
  """
  alias Conformance.Json

  @selections ~w(select select_count select_delete select_replace)

  def perform(operation, table, arguments) do
    # The table's own: another one may have its name by now, and be of another type.
    type = :ets.info(table, :type)
    result = perform(operation, [table | Enum.map(arguments, &term/1)])
    result |> shown(operation, type) |> in_order(operation, type)
  end

  defp perform("insert", [table, row]), do: :ets.insert(table, row)
  defp perform("insert_all", [table, rows]), do: :ets.insert(table, Tuple.to_list(rows))
  defp perform("insert_new", [table, row]), do: :ets.insert_new(table, row)
  defp perform("insert_new_all", [table, rows]), do: :ets.insert_new(table, Tuple.to_list(rows))
  defp perform("delete_table", [table]), do: :ets.delete(table)
  defp perform("size", [table]), do: :ets.info(table, :size)
  defp perform("delete_key", [table, key]), do: :ets.delete(table, key)
  defp perform("add", [table, key, amount]), do: :ets.update_counter(table, key, amount)
  defp perform("add", [table, key, amount, row]), do: :ets.update_counter(table, key, amount, row)

  defp perform("add_up_to", [table, key, position, amount, threshold, restart]) do
    :ets.update_counter(table, key, {position, amount, threshold, restart})
  end

  defp perform("update", [table, key, position, element]),
    do: :ets.update_element(table, key, {position, element})

  defp perform("fix", [table]), do: :ets.safe_fixtable(table, true)
  defp perform("release", [table]), do: :ets.safe_fixtable(table, false)
  defp perform("goes_on", [table, key]), do: :ets.next(table, key) && true

  defp perform("walk_deleting", [table]) do
    :ets.safe_fixtable(table, true)

    try do
      delete_from(table, :ets.first(table))
    after
      :ets.safe_fixtable(table, false)
    end
  end

  defp perform("foldl", [table]), do: :ets.foldl(&[elem(&1, 0) | &2], [], table)
  defp perform("foldr", [table]), do: :ets.foldr(&[elem(&1, 0) | &2], [], table)

  # Rows of two elements whose second is the value.
  defp perform(operation, [table, value | others]) when operation in @selections do
    body =
      case {operation, others} do
        {"select", []} -> :"$1"
        {"select_replace", [other]} -> {{:"$1", {:const, other}}}
        _ -> true
      end

    guard = {:"=:=", :"$2", {:const, value}}
    apply(:ets, String.to_atom(operation), [table, [{{:"$1", :"$2"}, [guard], [body]}]])
  end

  defp perform(operation, arguments), do: apply(:ets, String.to_atom(operation), arguments)

  defp delete_from(_table, :"$end_of_table"), do: []

  defp delete_from(table, key) do
    :ets.delete(table, key)
    [key | delete_from(table, :ets.next(table, key))]
  end

  defp term(%{"list" => elements}), do: Enum.map(elements, &term/1)
  defp term(%{"map" => entries}), do: Map.new(entries, fn [k, v] -> {term(k), term(v)} end)
  defp term(%{"atom" => text}), do: String.to_atom(text)
  defp term(list) when is_list(list), do: list |> Enum.map(&term/1) |> List.to_tuple()
  defp term("_"), do: :_
  defp term("$" <> _ = variable), do: String.to_atom(variable)
  defp term(other), do: other

  # A result is a term (a key or an element), a list of terms, a list of lists of them, or an answer.
  defp shown(:"$end_of_table", _operation, _type), do: :none_left

  defp shown(key, operation, _type) when operation in ~w(first last next prev),
    do: shown_term(key)

  defp shown(element, "lookup_element", type) when type in ~w(set ordered_set)a,
    do: shown_term(element)

  defp shown(result, "match", _type) when is_list(result),
    do: Enum.map(result, fn bound -> Enum.map(bound, &shown_term/1) end)

  defp shown(result, _operation, _type) when is_list(result), do: Enum.map(result, &shown_term/1)
  defp shown(answer, _operation, _type), do: answer

  defp shown_term(tuple) when is_tuple(tuple),
    do: tuple |> Tuple.to_list() |> Enum.map(&shown_term/1)

  defp shown_term(list) when is_list(list), do: %{"list" => Enum.map(list, &shown_term/1)}
  defp shown_term(atom) when is_atom(atom), do: %{"atom" => atom}

  defp shown_term(map) when is_map(map) do
    entries = for {key, value} <- map, do: [shown_term(key), shown_term(value)]
    %{"map" => Enum.sort_by(entries, &text/1)}
  end

  defp shown_term(other), do: other

  # The order of rows is nobody's business, except in an ordered set, and for the rows of one key.
  defp in_order(result, operation, type) when is_list(result) do
    if type == :ordered_set or operation == "lookup",
      do: result,
      else: Enum.sort_by(result, &text/1)
  end

  defp in_order(result, _operation, _type), do: result

  defp text(term),
    do: term |> Conformance.Term.encode(%{}) |> Json.encode() |> IO.iodata_to_binary()
end
