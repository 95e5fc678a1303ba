defmodule Conformance.Servers.Server do
  @moduledoc "A server that handles each request as the request itself says: `{number, caller, what}`."
  use GenServer
  alias Conformance.{Names, Term, Tracer}
  alias Conformance.Servers.Program

  # Whether it comes to its init before it is killed is luck, so it is not watched.
  def start(_env, _id, %{"init" => "hang"} = plan) do
    start = if plan["link"], do: &GenServer.start_link/3, else: &GenServer.start/3
    start.(__MODULE__, {:hang, Map.get(plan, "trap", false)}, timeout: 5)
  end

  def start(env, id, plan) do
    ref = "#{id}##{Tracer.number(env.tracer, id)}"
    start = if plan["link"], do: &GenServer.start_link/3, else: &GenServer.start/3
    start.(__MODULE__, {env, id, ref, plan}, Names.options(env, plan))
  end

  @impl true
  def init({:hang, trap}) do
    Process.flag(:trap_exit, trap)
    Process.sleep(:infinity)
  end

  def init({env, id, ref, plan}) do
    Process.flag(:trap_exit, Map.get(plan, "trap", false))
    Tracer.watch(env.tracer, id, ref, self(), :server)
    state = %{env: env, ref: ref, plan: plan, deferred: [], left: nil, tag: "old"}
    begin(Map.get(plan, "init", "ok"), state)
  end

  defp begin("ok", state), do: {:ok, state}
  defp begin("ignore", _state), do: :ignore
  defp begin("stop", _state), do: {:stop, :no_use}
  defp begin("raise", _state), do: raise("no start")
  defp begin("exit", _state), do: exit(:gone)
  defp begin(["stop", reason], _state), do: {:stop, Term.reason(reason)}
  defp begin(["exit", reason], _state), do: exit(Term.reason(reason))

  defp begin(["go_on", program], state) do
    Tracer.busy(state.env.tracer, state.ref)
    {state, action} = Program.begin(program, state)
    {:ok, state, action}
  end

  @impl true
  def handle_call(request, from, state), do: answer(request, from, Program.disturb(state))

  @impl true
  def handle_cast({number, _caller, what}, state), do: obey(what, number, Program.disturb(state))

  @impl true
  def handle_info(:timeout, state), do: Program.go_on("timeout", state)
  def handle_info(message, state), do: take(message, Program.disturb(state))

  @impl true
  def handle_continue(rest, %{left: rest} = state), do: Program.go_on("continue", state)

  @impl true
  def terminate(reason, state) do
    Program.note(state, ["terminate", state.ref, reason])
    if state.plan["goodbye"] == "raise", do: raise("bad goodbye")
  end

  defp answer(:ping, _from, state), do: {:reply, :pong, state}
  defp answer({_number, _caller, ["who"]}, _from, state), do: {:reply, state.ref, state}

  defp answer({_, _, ["answer_and_stop", reason]}, _from, state),
    do: {:stop, Term.reason(reason), :bye, state}

  defp answer({_, _, ["answer_and_go_on", program]}, _from, state) do
    {state, action} = Program.begin(program, state)
    {:reply, state.ref, state, action}
  end

  defp answer({number, caller, ["go_on", program]}, from, state) do
    {state, action} = Program.begin(program, put_off(number, caller, from, state))
    {:noreply, state, action}
  end

  defp answer({number, caller, ["defer"]}, from, state),
    do: {:noreply, put_off(number, caller, from, state)}

  # The caller's timeout is short: it does not wait for long.
  defp answer({number, caller, ["forget"]}, from, state),
    do: {:noreply, deferred(state, {number, caller, from})}

  defp answer({number, caller, ["ask", other | what]}, _from, state) do
    Tracer.wait(state.env.tracer, caller, state.ref)
    answer = GenServer.call(other, {number, state.ref, what}, :infinity)
    Tracer.unwait(state.env.tracer, caller, state.ref)
    {:reply, [state.ref, answer], state}
  end

  defp answer({_number, _caller, ["ask_itself"]}, _from, _state),
    do: GenServer.call(self(), :ping)

  defp answer({_number, _caller, what}, _from, state), do: Program.finally(what, state)

  defp put_off(number, caller, from, state) do
    Program.note(state, ["deferred", state.ref, caller])
    Tracer.wait(state.env.tracer, caller, state.ref)
    Tracer.settle(state.env.tracer, number)
    deferred(state, {number, caller, from})
  end

  defp deferred(state, call), do: %{state | deferred: [call | state.deferred]}

  defp obey(["answer"], _number, state), do: {:noreply, Program.answer_deferred(state)}

  defp obey(["go_on", program], _number, state) do
    {state, action} = Program.begin(program, state)
    {:noreply, state, action}
  end

  defp obey(["hold"], number, state) do
    Program.note(state, ["holds", state.ref])
    Tracer.wait(state.env.tracer, state.ref, "queue of #{state.ref}")
    Tracer.settle(state.env.tracer, number)
    receive do: (:release -> :ok)
    {:noreply, state}
  end

  defp obey(what, _number, state), do: Program.finally(what, state)

  # Rung when a server is released, so that its queue has something in it to the end.
  defp take(:bell, state), do: {:noreply, state}
  defp take({:EXIT, from, reason}, state), do: got(["exit", from, reason], state)
  defp take({:say, from, text}, state), do: got(["message", from, text], state)

  defp got(event, state) do
    Program.note(state, ["got", state.ref | event])
    {:noreply, state}
  end
end
