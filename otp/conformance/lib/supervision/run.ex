defmodule Conformance.Supervision.Run do
  @moduledoc "Runs a supervision scenario: see `Conformance.Player`."
  alias Conformance.{Names, Term, Tracer}
  alias Conformance.Processes.Actor
  alias Conformance.Supervision.Node

  def start(env, scenario), do: Node.start_root(env, scenario["tree"])

  def finish(env, scenario) do
    with {_ref, pid, _tag} <- Tracer.at(env.tracer, scenario["tree"]["id"]),
         do: Supervisor.stop(pid)
  end

  def ping(pid, :worker), do: GenServer.call(pid, :who)
  def ping(pid, _supervisor), do: Supervisor.count_children(pid)

  def perform(_env, ["wait", milliseconds]), do: Process.sleep(milliseconds) && :ok

  def perform(env, ["who_is", name | _]) when is_binary(name),
    do: GenServer.call(Names.local(env, name), :who)

  def perform(env, [action, ["via" | _] = via | details]),
    do: Actor.or_badarg(fn -> perform_by_name(env, action, Names.name(env, via), details) end)

  def perform(env, [action, path | details]) do
    case Tracer.at(env.tracer, path) do
      nil -> :none
      {_ref, pid, tag} -> act(action, pid, tag, details, env)
    end
  end

  # What is not known is not there, or is a plain process that would not understand.
  defp perform_by_name(env, action, name, details) do
    pid = GenServer.whereis(name)

    case Enum.find(Tracer.living(env.tracer), fn {_ref, living, _tag} -> living == pid end) do
      {_ref, _pid, :actor} -> :none
      {_ref, _pid, tag} -> act(action, name, tag, details, env)
      nil -> act(action, name, :worker, details, env)
    end
  end

  defp act("exit", pid, _tag, [reason], _env), do: Process.exit(pid, Term.reason(reason)) && :sent
  defp act("who_is", pid, :worker, [], _env), do: GenServer.call(pid, :who)
  defp act("stop", pid, _tag, [reason], _env), do: GenServer.stop(pid, Term.reason(reason))
  defp act("who", pid, :worker, [], _env), do: GenServer.call(pid, :who)

  defp act("ask_to_stop", pid, :worker, [reason], _env),
    do: GenServer.call(pid, {:stop, Term.reason(reason)})

  defp act("tell_to_stop", pid, :worker, [reason], _env),
    do: GenServer.cast(pid, {:stop, Term.reason(reason)})

  defp act("tell_to_exit", pid, :worker, [reason], _env),
    do: GenServer.cast(pid, {:exit, Term.reason(reason)})

  defp act("tell_to_raise", pid, :worker, [message], _env),
    do: GenServer.cast(pid, {:raise, message})

  defp act("tell_to_call", pid, :worker, [reason], _env),
    do: GenServer.cast(pid, {:call, Term.reason(reason)})

  defp act("start_child", pid, {:dynamic, below}, [plan], env) do
    DynamicSupervisor.start_child(pid, Node.specification(env, plan, below))
  end

  defp act("start_child", pid, {:static, below}, [plan], env) do
    Supervisor.start_child(pid, Node.specification(env, plan, below))
  end

  defp act("terminate_child", pid, {:dynamic, below}, [id], env) do
    case Tracer.at(env.tracer, below.path <> "." <> id) do
      nil -> :none
      {_ref, child, _tag} -> DynamicSupervisor.terminate_child(pid, child)
    end
  end

  defp act("terminate_process", pid, {:dynamic, _}, [ref], env) do
    case Enum.find(Tracer.refs(env.tracer), fn {_pid, known} -> known == ref end) do
      nil -> :none
      {process, _ref} -> DynamicSupervisor.terminate_child(pid, process)
    end
  end

  defp act("terminate_child", pid, {:static, _}, [id], _env),
    do: Supervisor.terminate_child(pid, id)

  defp act("restart_child", pid, {:static, _}, [id], _env), do: Supervisor.restart_child(pid, id)
  defp act("delete_child", pid, {:static, _}, [id], _env), do: Supervisor.delete_child(pid, id)
  defp act("count", pid, {:static, _}, [], _env), do: Supervisor.count_children(pid)
  defp act("count", pid, {:dynamic, _}, [], _env), do: DynamicSupervisor.count_children(pid)

  defp act("which", pid, {:static, _}, [], _env) do
    for {id, child, type, _modules} <- Supervisor.which_children(pid), do: [id, child, type]
  end

  defp act("which", pid, {:dynamic, _}, [], env) do
    refs = Tracer.refs(env.tracer)

    DynamicSupervisor.which_children(pid)
    |> Enum.map(fn {:undefined, child, type, _modules} ->
      [Map.get(refs, child, "restarting"), type]
    end)
    |> Enum.sort()
  end

  # A worker may have taken the place of a supervisor, and the other way round.
  defp act(_action, _pid, _tag, _details, _env), do: :none
end
