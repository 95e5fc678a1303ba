defmodule Conformance.Term do
  @moduledoc "Turns the terms of a trace into JSON. A process is shown by its reference, `path#start`."

  def encode({:error, {reason, child}}, refs) when elem(child, 0) == :child,
    do: ["error", encode(reason, refs)]

  def encode({:ok, pid}, _refs) when is_pid(pid), do: "ok"
  def encode({:ok, :undefined}, _refs), do: "ignore"

  def encode({%{__exception__: true} = raised, stack}, _refs) when is_list(stack),
    do: ["raised", Exception.message(raised)]

  def encode({:noproc, [{:erlang, :link, _, _} | _]}, _refs), do: "noproc"
  def encode({reason, {:sys, :terminate, _arguments}}, refs), do: encode(reason, refs)

  def encode({reason, {module, _function, _arguments}}, refs) when module in [GenServer, Task],
    do: ["in_call", encode(reason, refs)]

  def encode(tuple, refs) when is_tuple(tuple), do: tuple |> Tuple.to_list() |> encode(refs)
  def encode(list, refs) when is_list(list), do: Enum.map(list, &encode(&1, refs))
  def encode(pid, refs) when is_pid(pid), do: Map.get(refs, pid, "stranger")

  def encode(map, refs) when is_map(map),
    do: Map.new(map, fn {key, value} -> {to_string(key), encode(value, refs)} end)

  def encode(atom, _refs) when is_boolean(atom) or is_nil(atom), do: atom
  def encode(atom, _refs) when is_atom(atom), do: to_string(atom)
  def encode(other, _refs), do: other

  @doc "Reads a reason: `\"oops\"` or `[\"shutdown\", detail]`."
  def reason([kind, detail]), do: {String.to_atom(kind), detail}
  def reason(text), do: String.to_atom(text)
end
