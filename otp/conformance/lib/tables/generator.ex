defmodule Conformance.Tables.Generator do
  @moduledoc "Makes a random scenario of ETS tables and the processes that use them."
  import Conformance.Random

  @types ~w(set ordered_set bag duplicate_bag)
  @ordered ~w(first last next prev)

  def generate(shape) do
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

    case weighted(write: 45, read: 40, update: 15, owner: 3, create: 3, remove: 8) do
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
           order: 15
         ) do
      :lookup -> ["lookup", actor, table, key()]
      :member -> ["member", actor, table, key()]
      :element -> ["lookup_element", actor, table, key(), between(1, 3)]
      :size -> ["size", actor, table]
      :match -> ["match", actor, table, pattern()]
      :match_object -> ["match_object", actor, table, pattern()]
      :order when type == "ordered_set" -> traverse(actor, table, one_of(@ordered))
      _list -> ["tab2list", actor, table]
    end
  end

  defp traverse(actor, table, operation) when operation in ["first", "last"],
    do: [operation, actor, table]

  defp traverse(actor, table, operation), do: [operation, actor, table, key()]

  defp update(actor, table) do
    case weighted(add: 40, add_default: 20, add_up_to: 20, update: 20) do
      :add ->
        ["add", actor, table, key(), between(-3, 3)]

      :add_default ->
        ["add", actor, table, key(), between(-3, 3), row()]

      :add_up_to ->
        ["add_up_to", actor, table, key(), between(1, 3), between(-3, 3), between(0, 4), 0]

      :update ->
        ["update", actor, table, key(), between(1, 3), value()]
    end
  end

  defp remove(actor, table) do
    case weighted(take: 20, key: 25, object: 20, match: 15, all: 10, table: 5) do
      :take -> ["take", actor, table, key()]
      :key -> ["delete_key", actor, table, key()]
      :object -> ["delete_object", actor, table, row()]
      :match -> ["match_delete", actor, table, pattern()]
      :all -> ["delete_all_objects", actor, table]
      :table -> ["delete_table", actor, table]
    end
  end

  # Few keys and values, so that they meet.
  defp key, do: one_of([1, 2, 3, 1.0, 2.0, "a", "b", ["a", 1], ["a", 1.0]])
  defp value, do: one_of([1, 2, 1.0, "x", ["x", 1]])
  defp row, do: [key() | for(_ <- 1..weighted_length(), do: value())]
  defp weighted_length, do: one_of([1, 1, 1, 2])

  defp pattern do
    [hole(key()) | for(_ <- 1..weighted_length(), do: hole(value()))]
  end

  defp hole(value), do: one_of(["_", "_", "$1", "$1", "$2", value])
end
