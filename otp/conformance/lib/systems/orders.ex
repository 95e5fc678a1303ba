defmodule Conformance.Systems.Orders do
  @moduledoc "What clients order servers to do by `:sys`, and what is noted of it."
  alias Conformance.Tracer

  @brief_ms 5

  @doc "Returns the function that gives an order to a server."
  def order("suspend", server, []), do: fn env -> suspend(env, server) end
  def order("resume", server, []), do: fn _env -> :sys.resume(server) end
  def order("get_state", server, []), do: fn _env -> shown(:sys.get_state(server)) end

  def order("get_state_briefly", server, []),
    do: fn _env -> shown(:sys.get_state(server, @brief_ms)) end

  def order("replace_state", server, [new]), do: fn _env -> replace(server, new) end
  def order("statistics", server, [what]), do: fn _env -> statistics(server, what) end

  def order("get_status", server, []) do
    fn _env ->
      {:status, _pid, _module, [_dictionary, state | _]} = :sys.get_status(server)
      state
    end
  end

  @doc "Notes that a suspended server is about to go on, with what waits for it."
  def resume(env, ref, pid) do
    Tracer.resume(env.tracer, ref)
    queue = queue(ref)

    for {waiter, ^queue} <- Tracer.waiting(env.tracer),
        do: Tracer.unwait(env.tracer, waiter, queue)

    # What is last in the queue may set a timeout: it must not be luck whether a message is there.
    send(pid, :bell)
  end

  @doc "Returns for what those wait whose messages a suspended server leaves in its mailbox."
  def queue(ref), do: "resumption of #{ref}"

  defp suspend(env, server) do
    pid = if is_atom(server), do: Process.whereis(server), else: server
    :ok = :sys.suspend(server)
    Tracer.suspend(env.tracer, pid)
  end

  defp replace(server, [how]) do
    :sys.replace_state(server, fn _state ->
      if how == "raise", do: raise("no state"), else: exit(:no_state)
    end)
  rescue
    ErlangError -> "callback_failed"
  end

  defp replace(server, new), do: shown(:sys.replace_state(server, &%{&1 | tag: new}))

  defp shown(state), do: [state.tag, length(state.deferred)]

  # What is counted depends on how often it is asked whether it is at rest.
  defp statistics(server, "get") do
    case :sys.statistics(server, :get) do
      {:ok, :no_statistics} -> "no_statistics"
      {:ok, _counted} -> "counted"
    end
  end

  defp statistics(server, keep), do: :sys.statistics(server, keep)
end
