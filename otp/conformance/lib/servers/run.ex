defmodule Conformance.Servers.Run do
  @moduledoc "Runs a scenario of servers and their clients: see `Conformance.Player`."
  alias Conformance.Processes.{Actor, Run}
  alias Conformance.{Names, Term, Tracer}
  alias Conformance.Servers.{Requests, Server}

  def start(env, scenario), do: Run.start(env, scenario)
  def finish(env, scenario), do: Run.finish(env, scenario)

  # It may begin to wait for another process before it answers: then it will be left alone.
  def ping(pid, _tag), do: GenServer.call(pid, :ping, 100)

  @doc "A step is `[action, client, ...]`, or about a server that is held: `[\"release\", server]`."
  def perform(env, ["release", id]) do
    with_process(env, id, :server, fn ref, pid ->
      if Requests.held?(env, ref), do: release(env, ref, pid), else: :none
    end)
  end

  def perform(env, [action, client | details]) do
    with_process(env, client, :actor, fn ref, pid ->
      if Map.has_key?(Tracer.waiting(env.tracer), ref),
        do: :none,
        else: act(env, action, {ref, pid}, details)
    end)
  end

  defp with_process(env, id, tag, function) do
    case Tracer.at(env.tracer, id) do
      {ref, pid, ^tag} -> function.(ref, pid)
      _other -> :none
    end
  end

  # Whoever waits for the server in its queue is about to be served.
  defp release(env, ref, pid) do
    queue = "queue of #{ref}"

    for {waiter, ^queue} <- Tracer.waiting(env.tracer),
        do: Tracer.unwait(env.tracer, waiter, queue)

    # What is last in the queue may set a timeout: it must not be luck whether a message is there.
    send(pid, :bell)
    send(pid, :release)
    :ok
  end

  defp act(env, "start", client, [id, plan]) do
    Requests.in_client(env, client, fn -> Server.start(env, id, plan) end)

    with {ref, _pid, :server} <- Tracer.at(env.tracer, id), do: Requests.await_rest(env, ref)
    :ok
  end

  defp act(_env, "trap", {_ref, pid}, [trap]), do: Actor.tell(pid, ["trap", trap])

  defp act(_env, "end", {_ref, pid}, [reason]),
    do: Actor.run(pid, fn -> exit(Term.reason(reason)) end) && :ok

  defp act(env, action, client, [target | details]) do
    case resolve(env, target) do
      nil -> :no_target
      server -> Requests.perform(env, action, client, server, details)
    end
  end

  defp resolve(env, ["name", name]), do: Names.local(env, name)
  defp resolve(env, id), do: Tracer.pid_of(env.tracer, id)
end
