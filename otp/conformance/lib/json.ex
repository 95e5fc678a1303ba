defmodule Conformance.Json do
  @moduledoc "Writes the little JSON that scenarios need, as compactly as it goes."

  def encode(map) when is_map(map) do
    fields = for {key, value} <- Enum.sort(map), do: [encode(key), ?:, encode(value)]
    [?{, Enum.intersperse(fields, ?,), ?}]
  end

  def encode(list) when is_list(list),
    do: [?[, list |> Enum.map(&encode/1) |> Enum.intersperse(?,), ?]]

  def encode(nil), do: "null"
  def encode(number) when is_number(number), do: to_string(number)
  def encode(boolean) when is_boolean(boolean), do: to_string(boolean)
  def encode(atom) when is_atom(atom), do: atom |> to_string() |> encode()

  def encode(text) when is_binary(text),
    do: [?", text |> String.to_charlist() |> Enum.map(&escape/1), ?"]

  defp escape(?"), do: "\\\""
  defp escape(?\\), do: "\\\\"

  defp escape(char) when char < 32 or char > 126,
    do: "\\u" <> String.pad_leading(Integer.to_string(char, 16), 4, "0")

  defp escape(char), do: char
end
