defmodule Conformance.Supervision.Callee do
  @moduledoc "A server that stops when it is called, for the reason that the call gives."
  use GenServer

  @impl true
  def init(_arguments), do: {:ok, []}

  @impl true
  def handle_call({:stop, reason}, _from, state), do: {:stop, reason, state}
end
