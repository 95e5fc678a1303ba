defmodule Conformance.Tables.Operation do
  @moduledoc """
  Performs one operation on a table. In JSON, a tuple is an array, `"_"` and `"$1"` are a pattern's
  wildcard and variables, and every other text is a string.
  """
  alias Conformance.Json

  def perform(operation, table, type, arguments) do
    perform(operation, [table | Enum.map(arguments, &term/1)]) |> in_order(operation, type)
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

  defp perform(operation, arguments), do: apply(:ets, String.to_atom(operation), arguments)

  defp term(list) when is_list(list), do: list |> Enum.map(&term/1) |> List.to_tuple()
  defp term("_"), do: :_
  defp term("$" <> _ = variable), do: String.to_atom(variable)
  defp term(other), do: other

  # The order of rows is nobody's business, except in an ordered set, and for the rows of one key.
  defp in_order(result, operation, type) when is_list(result) do
    if type == "ordered_set" or operation == "lookup",
      do: result,
      else: Enum.sort_by(result, &text/1)
  end

  defp in_order(:"$end_of_table", _operation, _type), do: :none_left
  defp in_order(result, _operation, _type), do: result

  defp text(term),
    do: term |> Conformance.Term.encode(%{}) |> Json.encode() |> IO.iodata_to_binary()
end
