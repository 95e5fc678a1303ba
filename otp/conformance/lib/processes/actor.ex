defmodule Conformance.Processes.Actor do
  @moduledoc "A plain process that does as it is told, and tells of every other message that it gets."
  alias Conformance.{Term, Timers, Tracer}

  @doc """
  Starts an actor with a spawning function, and has it watched. It may leave in its mailbox what
  tells of ends.
  """
  def start(env, id, spawn, hears_of_ends \\ true) do
    ref = "#{id}##{Tracer.number(env.tracer, id)}"

    state = %{env: env, ref: ref, monitors: [], timers: [], hears_of_ends: hears_of_ends}
    pid = spawn.(fn -> loop(state) end)
    Tracer.watch(env.tracer, id, ref, pid, :actor)
    :ok
  end

  @doc "Has an actor perform a step; exits with the actor if that ends it."
  def tell(pid, step), do: GenServer.call(pid, {:perform, step})

  @doc "Has an actor run a function some time."
  def run(pid, function), do: send(pid, {:run, function})

  def ping(pid), do: GenServer.call(pid, :ping)

  defp loop(state) do
    receive do
      {:"$gen_call", from, :ping} ->
        answer(from, :pong, state)

      {:"$gen_call", _from, {:perform, ["return"]}} ->
        :ok

      {:"$gen_call", from, {:perform, step}} ->
        perform(step, from, state)

      {:run, function} ->
        function.() && loop(state)

      {:DOWN, _monitor, :process, process, reason} when state.hears_of_ends ->
        got(["down", shown(process), reason], process, state)

      {:EXIT, process, reason} ->
        got(["exit", process, reason], process, state)

      {:"ETS-TRANSFER", _table, process, data} ->
        got(["transfer", process, data], process, " of #{data}", state)

      {:say, process, text} ->
        got(["message", process, text], process, state)
    end
  end

  defp answer(from, result, state) do
    GenServer.reply(from, result)
    loop(state)
  end

  # Messages from one sender stay in order; who of several senders comes first is anybody's guess,
  # and so is the order of the tables that a process leaves behind.
  defp got(event, sender, subject \\ "", state) do
    refs = Tracer.refs(state.env.tracer)
    group = {"#{state.ref} from #{Term.encode(shown(sender), refs)}#{subject}", :ordered}
    Tracer.note(state.env.tracer, group, ["got", state.ref | event])
    loop(state)
  end

  defp shown({name, _node}), do: name |> to_string() |> String.split(" ") |> hd()
  defp shown(pid), do: pid

  defp perform(["monitor", target], from, state) do
    answer(from, :ok, %{state | monitors: state.monitors ++ [Process.monitor(target)]})
  end

  defp perform(["demonitor", number], from, state) do
    answer(from, demonitor(Enum.at(state.monitors, number)), state)
  end

  defp perform(["set_timer", target], from, state) do
    answer(from, :ok, %{state | timers: state.timers ++ [Timers.set(target)]})
  end

  defp perform([action, number], from, state) when action in ~w(cancel_timer read_timer),
    do: answer(from, Timers.ask(action, Enum.at(state.timers, number)), state)

  defp perform(step, from, state), do: answer(from, perform(step, state.env), state)

  defp demonitor(nil), do: :none
  defp demonitor(monitor), do: Process.demonitor(monitor, [:info])

  defp perform(["apply", function], _env), do: or_badarg(function)
  defp perform(["spawn", id], env), do: start(env, id, &spawn/1)
  defp perform(["spawn_link", id], env), do: start(env, id, &spawn_link/1)
  defp perform(["link", other], _env), do: Process.link(other) && :ok
  defp perform(["unlink", other], _env), do: Process.unlink(other) && :ok
  defp perform(["trap", trap], _env), do: Process.flag(:trap_exit, trap)
  defp perform(["exit", other, reason], _env), do: Process.exit(other, Term.reason(reason)) && :ok

  defp perform(["send_after", other, text], _env),
    do: Timers.send_soon(other, {:say, self(), text})

  defp perform(["pick", texts, wanted], _env), do: Timers.pick(texts, wanted)

  defp perform(["monitor_and_flush", other], _env),
    do: Process.demonitor(Process.monitor(other), [:flush]) && :ok

  defp perform(["end", reason], _env), do: exit(Term.reason(reason))
  defp perform(["raise", message], _env), do: raise(message)

  defp perform(["send", other, text], _env),
    do: or_badarg(fn -> send(other, {:say, self(), text}) && :ok end)

  def or_badarg(function) do
    function.()
  rescue
    ArgumentError -> :badarg
  end
end
