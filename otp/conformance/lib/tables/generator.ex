defmodule Conformance.Tables.Generator do
  @moduledoc "Makes a random scenario of ETS tables and the processes that use them."
  import Conformance.Random

  @types ~w(set ordered_set bag duplicate_bag)
  @ordered ~w(first last next prev)

  # The greatest and the smallest number of 64 bits.
  @edges [9_223_372_036_854_775_807, -9_223_372_036_854_775_808, 9_223_372_036_854_775_806]

  def generate(shape) do
    Process.put(:depth, shape.depth)
    actors = Enum.take(~w(a b c), between(1, 3))
    tables = Enum.take(~w(t1 t2 t3), between(1, 3))
    types = Map.new(tables, &{&1, one_of(@types)})

    creations =
      for table <- tables, do: ["new", one_of(actors), table, plan(types[table], actors)]

    steps = for _ <- 1..between(3, shape.steps), do: step(actors, types)
    %{"actors" => actors, "steps" => creations ++ steps}
  end

  defp plan(type, actors) do
    %{"type" => type, "access" => weighted(public: 60, protected: 25, private: 15)}
    |> Map.update!("access", &to_string/1)
    |> maybe_put(30, "name", one_of(~w(n1 n2)))
    |> maybe_put(20, "heir", one_of(actors))
  end

  defp step(actors, types) do
    actor = one_of(actors)
    {table, type} = Enum.random(types)

    case weighted(write: 45, read: 40, update: 15, owner: 3, create: 3, remove: 8, walk: 12) do
      :write ->
        write(actor, table)

      :read ->
        read(actor, table, type)

      :update ->
        update(actor, table)

      :owner ->
        one_of([
          ["end", actor, "normal"],
          ["end", actor, "oops"],
          ["give_away", actor, table, one_of(actors)]
        ])

      :create ->
        ["new", actor, table, plan(type, actors)]

      :remove ->
        remove(actor, table)

      :walk ->
        walk(actor, table)
    end
  end

  defp walk(actor, table) do
    case weighted(fix: 25, release: 20, goes_on: 35, walk_deleting: 5, fold: 15) do
      :fold -> [one_of(~w(foldl foldr)), actor, table]
      :goes_on -> ["goes_on", actor, table, key()]
      operation -> [to_string(operation), actor, table]
    end
  end

  defp write(actor, table) do
    case weighted(insert: 50, insert_all: 20, insert_new: 15, insert_new_all: 15) do
      one when one in [:insert, :insert_new] -> [to_string(one), actor, table, row()]
      many -> [to_string(many), actor, table, for(_ <- 1..between(1, 4), do: row())]
    end
  end

  defp read(actor, table, type) do
    case weighted(
           lookup: 25,
           member: 8,
           element: 8,
           list: 15,
           size: 8,
           match: 15,
           match_object: 20,
           select: 10,
           order: 15
         ) do
      :lookup -> ["lookup", actor, table, key()]
      :member -> ["member", actor, table, key()]
      :element -> ["lookup_element", actor, table, key(), between(1, 3)]
      :size -> ["size", actor, table]
      :match -> ["match", actor, table, pattern()]
      :match_object -> ["match_object", actor, table, pattern()]
      :select -> [one_of(~w(select select_count)), actor, table, value()]
      :order when type == "ordered_set" -> traverse(actor, table, one_of(@ordered))
      _list -> ["tab2list", actor, table]
    end
  end

  defp traverse(actor, table, operation) when operation in ["first", "last"],
    do: [operation, actor, table]

  defp traverse(actor, table, operation), do: [operation, actor, table, key()]

  defp update(actor, table) do
    case weighted(
           add: 40,
           add_default: 20,
           add_up_to: 20,
           at_the_edge: 25,
           update: 20,
           replace: 15
         ) do
      :add ->
        ["add", actor, table, key(), between(-3, 3)]

      :add_default ->
        ["add", actor, table, key(), between(-3, 3), row()]

      :add_up_to ->
        ["add_up_to", actor, table, key(), between(1, 3), between(-3, 3), between(0, 4), 0]

      # Of three elements, only the third is ever at the edge: Java refuses what Erlang makes a
      # number of more than 64 bits of.
      :at_the_edge ->
        one_of([
          ["insert", actor, table, [key(), value(), one_of(@edges)]],
          [
            "add_up_to",
            actor,
            table,
            key(),
            3,
            amount(),
            one_of([0 | @edges]),
            one_of([0, 7 | @edges])
          ]
        ])

      :replace ->
        ["select_replace", actor, table, value(), value()]

      :update ->
        ["update", actor, table, key(), between(1, 3), value()]
    end
  end

  defp amount, do: one_of([1, 3, 1000, 4_611_686_018_427_387_904]) * one_of([1, -1])

  defp remove(actor, table) do
    case weighted(take: 20, key: 25, object: 20, match: 15, select: 10, all: 10, table: 5) do
      :take -> ["take", actor, table, key()]
      :key -> ["delete_key", actor, table, key()]
      :object -> ["delete_object", actor, table, row()]
      :match -> ["match_delete", actor, table, pattern()]
      :select -> ["select_delete", actor, table, value()]
      :all -> ["delete_all_objects", actor, table]
      :table -> ["delete_table", actor, table]
    end
  end

  # Few keys and values, so that they meet.
  defp key do
    case weighted(plain: 55, map: 25, nested: 20) do
      :plain -> one_of([1, 2, 3, 1.0, 2.0, "a", "b", ["a", 1], ["a", 1.0], atom("a")])
      :map -> map()
      :nested -> nested(one_of([1, 1.0, map()]), depth())
    end
  end

  defp value, do: one_of([1, 2, 1.0, "x", ["x", 1], atom("x"), map(), list([1, map()])])
  defp row, do: [key() | for(_ <- 1..weighted_length(), do: value())]
  defp weighted_length, do: one_of([1, 1, 1, 2])

  defp atom(text), do: %{"atom" => text}
  defp list(elements), do: %{"list" => elements}
  defp map(entries), do: %{"map" => entries}

  defp map do
    entries = [["a", 1], ["b", 2], [1, 1], [1.0, 1], [atom("a"), 1.0], [["a", 1], 1]]
    map(Enum.take_random(entries, one_of([0, 1, 1, 2])))
  end

  defp depth, do: between(1, max(1, Process.get(:depth) - 2))

  defp nested(term, 0), do: term

  defp nested(term, depth) do
    inner = nested(term, depth - 1)
    one_of([["m", inner], list([inner]), map([["k", inner]]), map([[inner, 1]])])
  end

  defp pattern do
    [hole(key()) | for(_ <- 1..weighted_length(), do: hole(value()))]
  end

  # A pattern is a wildcard, a variable, a value, or a value with such a thing in it.
  defp hole(value) do
    case weighted(wildcard: 30, variable: 35, value: 25, within: 20) do
      :wildcard -> "_"
      :variable -> one_of(["$1", "$1", "$2"])
      :value -> value
      :within -> within(value)
    end
  end

  defp within([first | others]), do: [hole(first) | others]
  defp within(%{"list" => [first | others]}), do: list([hole(first) | others])

  defp within(%{"map" => [[key, value] | others]}) do
    if chance?(5), do: map([["_", value]]), else: map([[key, hole(value)] | others])
  end

  defp within(_value), do: "_"
end
