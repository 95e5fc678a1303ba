defmodule Conformance.Registries.Listener do
  @moduledoc "The process that the registries of a scenario tell who registers and unregisters."
  use GenServer
  alias Conformance.{Names, Tracer}

  @name "listener"
  @ref @name <> "#1"

  def start(env), do: GenServer.start(__MODULE__, env, name: Names.local(env, @name)) && :ok

  @doc "Returns the listeners of a registry: Elixir 1.14 wants them to be there."
  def names(env) do
    name = Names.local(env, @name)
    if Process.whereis(name), do: [name], else: []
  end

  def ping(pid), do: GenServer.call(pid, :ping)

  @impl true
  def init(env) do
    Tracer.watch(env.tracer, @name, @ref, self(), :listener)
    {:ok, env}
  end

  @impl true
  def handle_call(:ping, _from, env), do: {:reply, :pong, env}

  @impl true
  def handle_info({:register, registry, key, pid, value}, env),
    do: note(env, registry, key, "register", [pid, value])

  def handle_info({:unregister, registry, key, pid}, env),
    do: note(env, registry, key, "unregister", [pid])

  # What is told of one key stays in order.
  defp note(env, registry, key, kind, details) do
    id = registry |> to_string() |> String.split(" ") |> hd()
    group = {"listener to #{id} #{key}", :ordered}
    Tracer.note(env.tracer, group, [kind, @ref, id, key | details])
    {:noreply, env}
  end
end
