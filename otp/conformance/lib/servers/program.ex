defmodule Conformance.Servers.Program do
  @moduledoc """
  What a server goes on with after a callback, without a message: a program is `["timeout",
  milliseconds, program]` or `["continue", program]`, and within them `["answer", program]` (to all
  whose answer was put off), `["stop", reason]`, `["raise", message]`, `["exit", reason]`, or `[]`.
  """
  alias Conformance.{Term, Tracer}

  # So long a timeout never passes: the next message ends it.
  @long_ms 1000

  @doc "Returns the state, with what is left to do, and what a callback returns with it."
  def begin(["timeout", milliseconds, rest], state) do
    if milliseconds >= @long_ms, do: finish(state)
    {%{state | left: rest}, milliseconds}
  end

  def begin(["continue", rest], state), do: {%{state | left: rest}, {:continue, rest}}

  @doc "Notes that a message came before the timeout."
  def disturb(%{left: nil} = state), do: state

  def disturb(state) do
    note(state, ["disturbed", state.ref])
    %{state | left: nil}
  end

  @doc "Goes on when nothing came before the timeout, or with a continue; answers as a callback."
  def go_on(kind, state) do
    note(state, [kind, state.ref])
    perform(state.left, %{state | left: nil})
  end

  defp perform([], state) do
    finish(state)
    {:noreply, state}
  end

  defp perform(["answer", rest], state), do: perform(rest, answer_deferred(state))

  defp perform([action | _] = program, state) when action in ~w(timeout continue) do
    {state, action} = begin(program, state)
    {:noreply, state, action}
  end

  defp perform(end_of_it, state) do
    finish(state)
    finally(end_of_it, state)
  end

  @doc "Ends the server, one way or another."
  def finally(["stop", reason], state), do: {:stop, Term.reason(reason), state}
  def finally(["raise", message], _state), do: raise(message)
  def finally(["exit", reason], _state), do: exit(Term.reason(reason))

  @doc "Answers the calls whose answer was put off, the oldest first."
  def answer_deferred(state) do
    for {number, caller, from} <- Enum.reverse(state.deferred) do
      Tracer.unwait(state.env.tracer, caller, state.ref)
      GenServer.reply(from, ["late", number])
    end

    %{state | deferred: []}
  end

  def note(state, event), do: Tracer.note(state.env.tracer, {state.ref, :ordered}, event)

  defp finish(state), do: Tracer.rest(state.env.tracer, state.ref)
end
