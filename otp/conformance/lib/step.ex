defmodule Conformance.Step do
  @moduledoc """
  What came of one step, in an order that no scheduler decides: `r`, its result; `e`, the events,
  group by group; `d`, the deaths, by reference.
  """
  alias Conformance.{Term, Tracer}

  @doc "Takes what has been noted since the last step."
  def close(tracer, result) do
    {events, deaths} = Tracer.take(tracer)
    refs = Tracer.refs(tracer)
    killed = for {ref, :killed} <- deaths, do: ref
    dead = for {ref, _reason} <- deaths, do: ref

    %{}
    |> put("r", result |> settle(dead) |> Term.encode(refs))
    |> put(
      "e",
      events |> Enum.reject(&received_by?(&1, dead)) |> in_order(killed) |> Term.encode(refs)
    )
    |> put("d", deaths |> Enum.sort_by(&elem(&1, 0)) |> Term.encode(refs))
  end

  # What ends a process may end it before or after it has answered.
  defp settle({:unless_dead, ref, result}, dead), do: if(ref in dead, do: :died, else: result)
  defp settle(result, _dead), do: result

  defp put(step, _key, empty) when empty in [[], nil], do: step
  defp put(step, key, value), do: Map.put(step, key, value)

  # Whether a process still sees a message when a signal is about to end it is a matter of luck.
  defp received_by?({_group, [kind, ref | _]}, dead) when kind in ["got", "called", "info"],
    do: ref in dead

  defp received_by?(_event, _dead), do: false

  defp in_order(events, killed) do
    events
    |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
    |> Enum.sort()
    |> Enum.flat_map(fn {{group, order}, events} ->
      if order == :ordered and group not in killed, do: events, else: sort_ends(events)
    end)
  end

  # Nothing decides which of several children goes first that are ended at once: by a dynamic
  # supervisor, or by the loss of their supervisor.
  defp sort_ends(events) do
    events
    |> Enum.chunk_by(&(hd(&1) == "terminate"))
    |> Enum.flat_map(fn
      [["terminate" | _] | _] = ends -> Enum.sort_by(ends, &Enum.at(&1, 1))
      others -> others
    end)
  end
end
