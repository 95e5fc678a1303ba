defmodule Conformance.Quiet do
  @moduledoc """
  Waits until nothing happens any more: every living process has answered, twice in a row, and
  nothing was noted meanwhile. A process that still has something to do answers only after it.
  """
  alias Conformance.Tracer

  @limit_ms 10_000

  @doc "Waits; `answers?` pings one process, given as `{ref, pid, tag}`."
  def await(tracer, answers?) do
    until_quiet(tracer, answers?, 0, System.monotonic_time(:millisecond) + @limit_ms)
  end

  defp until_quiet(_tracer, _answers?, 2, _deadline), do: :ok

  defp until_quiet(tracer, answers?, quiet_rounds, deadline) do
    if System.monotonic_time(:millisecond) > deadline,
      do: raise("the scenario does not come to rest")

    before = Tracer.size(tracer)

    if Enum.all?(Tracer.living(tracer), answers?) and Tracer.size(tracer) == before do
      until_quiet(tracer, answers?, quiet_rounds + 1, deadline)
    else
      until_quiet(tracer, answers?, 0, deadline)
    end
  end
end
