defmodule Conformance.Servers.Requests do
  @moduledoc "What clients ask of servers. Each request runs in its client, and its outcome is an event."
  alias Conformance.Processes.Actor
  alias Conformance.Systems.Orders
  alias Conformance.{Term, Tracer}

  # Orders that are obeyed also by a server that is suspended.
  @orders ~w(suspend resume get_state get_state_briefly replace_state get_status statistics)

  # Long enough to arrive, too short for the answer: the server gives none in time.
  @brief_ms 5

  def held?(env, ref), do: Tracer.waiting(env.tracer)[ref] == "queue of #{ref}"

  @doc "Has the client, `{ref, pid}`, do something to a server, given by pid or name."
  def perform(env, action, client, server, details) do
    state = state_of(env, server)

    if possible?(env, action, details, state, server) do
      number = Tracer.number(env.tracer, "request")
      request = request(action, number, client, server, details)
      busy = busy(state, details)
      if busy, do: Tracer.busy(env.tracer, busy)
      with {"resume", {:suspended, ref, pid}} <- {action, state}, do: Orders.resume(env, ref, pid)
      send_off(env, client, number, request, queue(state, action), settles?(details))
      if busy, do: await_rest(env, busy)
      :ok
    else
      :none
    end
  end

  # The server that is meant: its reference and whether it is held, idle, or waits for another one.
  defp state_of(env, server) do
    pid = if is_atom(server), do: Process.whereis(server), else: server

    case Enum.find(Tracer.living(env.tracer), fn {_ref, living, _tag} -> living == pid end) do
      {ref, pid, :server} ->
        cond do
          held?(env, ref) -> {:held, ref, pid}
          Map.has_key?(Tracer.waiting(env.tracer), ref) -> :waits
          Tracer.suspended?(env.tracer, ref) -> {:suspended, ref, pid}
          true -> {:idle, ref}
        end

      _none ->
        :dead
    end
  end

  # Left out is what would depend on luck.
  defp possible?(_env, _action, _details, :waits, _server), do: false
  defp possible?(_env, "cast", [["hold"]], state, _server), do: match?({:idle, _}, state)

  defp possible?(env, "call", [["ask", other | _]], state, _server),
    do: state != :waits and asks_idle?(env, other, state)

  # In a queue, it would be for the tracer to guess whether the server is suspended.
  defp possible?(_env, action, _details, state, _server) when action in ~w(suspend resume),
    do: not match?({:held, _, _}, state)

  defp possible?(_env, "get_state_briefly", _details, state, _server),
    do: match?({:held, _, _}, state)

  # Only a server that is held certainly does not get to the order in time.
  defp possible?(_env, "stop_briefly", _details, state, _server), do: match?({:held, _, _}, state)
  defp possible?(_env, "exit", _details, _state, server), do: is_pid(server)
  defp possible?(_env, _action, _details, _state, _server), do: true

  defp asks_idle?(env, other, state) do
    case Tracer.at(env.tracer, other) do
      {ref, _pid, :server} ->
        match?({:idle, _}, state) and not Map.has_key?(Tracer.waiting(env.tracer), ref) and
          not Tracer.suspended?(env.tracer, ref)

      _dead ->
        false
    end
  end

  # Who has a server go on with something waits for it; in a queue, the server just comes to it.
  defp busy({:idle, ref}, [[go_on | _]]) when go_on in ~w(answer_and_go_on go_on), do: ref
  defp busy(_state, _details), do: nil

  @doc "Waits until a server has gone on with all that it was told to go on with."
  def await_rest(env, ref), do: until(fn -> not Tracer.busy?(env.tracer, ref) end)

  defp settles?([["hold"]]), do: :server
  defp settles?(_details), do: :client

  defp queue({:held, _ref, _pid}, "get_state_briefly"), do: nil

  defp queue({:held, ref, pid}, action) when action in ["call", "stop"] or action in @orders,
    do: {"queue of #{ref}", pid}

  defp queue({:suspended, ref, pid}, "call"), do: {Orders.queue(ref), pid}
  defp queue(_state, _action), do: nil

  defp request(action, _, _, server, details) when action in @orders,
    do: Orders.order(action, server, details)

  defp request("call", number, {ref, _}, server, [what]),
    do: fn env -> GenServer.call(server, {number, ref, found(env, what)}, :infinity) end

  defp request("call_briefly", number, {ref, _}, server, [what]),
    do: fn _env -> GenServer.call(server, {number, ref, what}, @brief_ms) end

  defp request("cast", number, {ref, _}, server, [what]),
    do: fn _env -> GenServer.cast(server, {number, ref, what}) end

  defp request("stop", _, _, server, [reason]),
    do: fn _env -> GenServer.stop(server, Term.reason(reason)) end

  defp request("stop_briefly", _, _, server, [reason]),
    do: fn _env -> GenServer.stop(server, Term.reason(reason), @brief_ms) end

  defp request("exit", _, _, server, [reason]),
    do: fn _env -> Process.exit(server, Term.reason(reason)) && :ok end

  defp request("send", _, _, server, [text]) do
    fn _env -> Actor.or_badarg(fn -> send(server, {:say, self(), text}) && :ok end) end
  end

  defp found(env, ["ask", other | what]), do: ["ask", Tracer.pid_of(env.tracer, other) | what]
  defp found(_env, what), do: what

  defp send_off(env, client, number, request, queue, settler) do
    length = queue_length(queue)
    in_client(env, client, number, fn -> request.(env) end, settler)
    until(fn -> settled?(env, client, number) or queue_length(queue) > length end)
    {ref, _pid} = client

    unless queue == nil or settled?(env, client, number) do
      Tracer.wait(env.tracer, ref, elem(queue, 0))
    end

    :ok
  end

  @doc "Has a client do something and note the outcome."
  def in_client(env, client, function) do
    number = Tracer.number(env.tracer, "request")
    in_client(env, client, number, function, :client)
    until(fn -> settled?(env, client, number) end)
    :ok
  end

  defp in_client(env, {ref, pid}, number, function, settler) do
    Actor.run(pid, fn ->
      outcome = outcome(function)
      Tracer.note(env.tracer, {ref, :ordered}, ["called", ref, outcome])
      if settler == :client, do: Tracer.settle(env.tracer, number)
      :ok
    end)
  end

  defp outcome(function) do
    function.()
  catch
    :exit, {reason, {_module, _function, _arguments}} -> {:exit, reason}
    :exit, reason -> {:exit, reason}
  end

  defp settled?(env, {_ref, pid}, number),
    do: Tracer.settled?(env.tracer, number) or not Process.alive?(pid)

  defp queue_length(nil), do: 0

  defp queue_length({_queue, pid}) do
    case Process.info(pid, :message_queue_len) do
      {:message_queue_len, length} -> length
      nil -> 0
    end
  end

  defp until(condition), do: condition.() || until(condition)
end
