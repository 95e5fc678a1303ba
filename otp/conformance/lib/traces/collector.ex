defmodule Conformance.Traces.Collector do
  @moduledoc "Receives what Erlang's tracing tells, and keeps it until it is asked for."

  def start_link, do: spawn_link(fn -> loop([]) end)

  @doc "Returns what has been told since the last time, as `{process, kind, detail}`, the oldest first."
  def take(collector) do
    send(collector, {:take, self()})
    receive do: ({:taken, events} -> events)
  end

  defp loop(events) do
    receive do
      {:trace, process, kind, detail} -> loop([{process, kind, detail} | events])
      {:trace, process, kind, detail, _function} -> loop([{process, kind, detail} | events])
      {:take, from} -> send(from, {:taken, Enum.reverse(events)}) && loop([])
    end
  end
end
