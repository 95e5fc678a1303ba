defmodule Conformance.Servers.Server do
  @moduledoc "A server that handles each request as the request itself says: `{number, caller, what}`."
  use GenServer
  alias Conformance.{Term, Tracer}

  def start(env, id, plan) do
    ref = "#{id}##{Tracer.number(env.tracer, id)}"
    start = if plan["link"], do: &GenServer.start_link/3, else: &GenServer.start/3
    start.(__MODULE__, {env, id, ref, plan}, name(env, plan))
  end

  defp name(env, %{"name" => name}), do: [name: :"#{name} of lane #{env.lane}"]
  defp name(_env, _plan), do: []

  @impl true
  def init({env, id, ref, plan}) do
    Process.flag(:trap_exit, Map.get(plan, "trap", false))
    Tracer.watch(env.tracer, id, ref, self(), :server)
    begin(Map.get(plan, "init", "ok"), %{env: env, ref: ref, plan: plan, deferred: []})
  end

  defp begin("ok", state), do: {:ok, state}
  defp begin("ignore", _state), do: :ignore
  defp begin("stop", _state), do: {:stop, :no_use}
  defp begin("raise", _state), do: raise("no start")
  defp begin("exit", _state), do: exit(:gone)

  @impl true
  def handle_call(:ping, _from, state), do: {:reply, :pong, state}
  def handle_call({_number, _caller, ["who"]}, _from, state), do: {:reply, state.ref, state}

  def handle_call({_, _, ["answer_and_stop", reason]}, _from, state),
    do: {:stop, Term.reason(reason), :bye, state}

  def handle_call({number, caller, ["defer"]}, from, state) do
    note(state, ["deferred", state.ref, caller])
    Tracer.wait(state.env.tracer, caller, state.ref)
    Tracer.settle(state.env.tracer, number)
    {:noreply, deferred(state, {number, caller, from})}
  end

  # The caller's timeout is short: it does not wait for long.
  def handle_call({number, caller, ["forget"]}, from, state) do
    {:noreply, deferred(state, {number, caller, from})}
  end

  def handle_call({number, caller, ["ask", other | what]}, _from, state) do
    Tracer.wait(state.env.tracer, caller, state.ref)
    answer = GenServer.call(other, {number, state.ref, what}, :infinity)
    Tracer.unwait(state.env.tracer, caller, state.ref)
    {:reply, [state.ref, answer], state}
  end

  def handle_call({_number, _caller, what}, _from, state), do: handle(what, state)

  defp deferred(state, call), do: %{state | deferred: [call | state.deferred]}

  @impl true
  def handle_cast({_number, _caller, ["answer"]}, state) do
    for {number, caller, from} <- Enum.reverse(state.deferred) do
      Tracer.unwait(state.env.tracer, caller, state.ref)
      GenServer.reply(from, ["late", number])
    end

    {:noreply, %{state | deferred: []}}
  end

  def handle_cast({number, _caller, ["hold"]}, state) do
    note(state, ["holds", state.ref])
    Tracer.wait(state.env.tracer, state.ref, "queue of #{state.ref}")
    Tracer.settle(state.env.tracer, number)
    receive do: (:release -> :ok)
    {:noreply, state}
  end

  def handle_cast({_number, _caller, what}, state), do: handle(what, state)

  defp handle(["stop", reason], state), do: {:stop, Term.reason(reason), state}
  defp handle(["raise", message], _state), do: raise(message)
  defp handle(["exit", reason], _state), do: exit(Term.reason(reason))
  defp handle(["ask_itself"], _state), do: GenServer.call(self(), :ping)

  @impl true
  def handle_info({:EXIT, from, reason}, state), do: got(["exit", from, reason], state)
  def handle_info({:say, from, text}, state), do: got(["message", from, text], state)

  defp got(event, state) do
    note(state, ["got", state.ref | event])
    {:noreply, state}
  end

  @impl true
  def terminate(reason, state) do
    note(state, ["terminate", state.ref, reason])
    if state.plan["goodbye"] == "raise", do: raise("bad goodbye")
  end

  defp note(state, event), do: Tracer.note(state.env.tracer, {state.ref, :ordered}, event)
end
