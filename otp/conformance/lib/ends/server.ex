defmodule Conformance.Ends.Server do
  @moduledoc "A server that waits in its init until it is let go."
  use GenServer

  def init({sender, traps}) do
    Process.flag(:trap_exit, traps)
    send(sender, {:in_init, self()})

    receive do
      :go -> {:ok, nil}
    end
  end
end
