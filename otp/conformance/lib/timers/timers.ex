defmodule Conformance.Timers do
  @moduledoc "What actors do with timers, and with the messages in their own mailbox."

  # Never passes.
  @long_ms 3_600_000

  @doc "Sets a timer that is never due."
  def set(target), do: Process.send_after(target, :never, @long_ms)

  @doc "Cancels or reads a timer: `:left` if there was time left, `:over` if not."
  def ask(_action, nil), do: :none
  def ask("cancel_timer", timer), do: shown(Process.cancel_timer(timer))
  def ask("read_timer", timer), do: shown(Process.read_timer(timer))

  defp shown(false), do: :over
  defp shown(_milliseconds), do: :left

  @doc "Sends a message by a timer, and waits until that is over."
  def send_soon(target, message) do
    timer = Process.send_after(target, message, 1)
    await_end(timer)
  end

  defp await_end(timer), do: if(Process.read_timer(timer), do: await_end(timer), else: :ok)

  @doc "Sends the calling actor texts, and has it take one out of its mailbox by value."
  def pick(texts, wanted) do
    for text <- texts, do: send(self(), {:say, self(), text})

    receive do
      {:say, _from, ^wanted} -> wanted
    after
      0 -> :none
    end
  end
end
