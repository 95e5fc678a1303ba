defmodule Conformance.Supervision.Worker do
  @moduledoc "A worker that begins as its plan says, and ends when it is told to."
  use GenServer
  alias Conformance.{Names, Tracer}

  def start_link(env, plan, place) do
    GenServer.start_link(__MODULE__, {env, plan, place}, Names.options(env, plan))
  end

  @impl true
  def init({env, plan, place}) do
    Process.flag(:trap_exit, Map.get(plan, "trap", false))
    Tracer.watch(env.tracer, place.path, place.ref, self(), :worker)
    begin(outcome(Map.get(plan, "init", []), start_number(place.ref)), {env, plan, place})
  end

  defp begin("ok", state), do: {:ok, state}
  defp begin("ignore", _state), do: :ignore
  defp begin("stop", _state), do: {:stop, :no_use}
  defp begin("shutdown", _state), do: {:stop, :shutdown}
  defp begin("raise", _state), do: raise("no start")
  defp begin("exit", _state), do: exit(:gone)

  defp start_number(ref), do: ref |> String.split("#") |> List.last() |> String.to_integer()

  @doc "Finds the outcome of a start: the list's, `*` stands for the one before it and all to come."
  def outcome([], _number), do: "ok"
  def outcome([outcome, "*"], _number), do: outcome
  def outcome([outcome | _], 1), do: outcome
  def outcome([_ | outcomes], number), do: outcome(outcomes, number - 1)

  @impl true
  def handle_call(:who, _from, {_, _, place} = state), do: {:reply, place.ref, state}
  def handle_call({:stop, reason}, _from, state), do: {:stop, reason, :stopping, state}

  @impl true
  def handle_cast({:stop, reason}, state), do: {:stop, reason, state}
  def handle_cast({:raise, message}, _state), do: raise(message)
  def handle_cast({:exit, reason}, _state), do: exit(reason)

  # The server that it calls stops for the reason, and gives no answer.
  def handle_cast({:call, reason}, state) do
    {:ok, server} = GenServer.start(Conformance.Supervision.Callee, [])
    GenServer.call(server, {:stop, reason})
    {:noreply, state}
  end

  @impl true
  def handle_info({:EXIT, _from, reason}, {env, _, place} = state) do
    Tracer.note(env.tracer, place.above.group, ["info", place.ref, reason])
    {:noreply, state}
  end

  def handle_info({:say, from, text}, {env, _, place} = state) do
    Tracer.note(env.tracer, place.above.group, ["got", place.ref, "message", from, text])
    {:noreply, state}
  end

  @impl true
  def terminate(:shutdown, {_, %{"hangs" => true}, _}), do: Process.sleep(:infinity)

  def terminate(reason, {env, _, place}) do
    Tracer.note(env.tracer, place.above.group, ["terminate", place.ref, reason])
  end
end
