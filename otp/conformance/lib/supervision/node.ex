defmodule Conformance.Supervision.Node do
  @moduledoc "Starts the workers and supervisors of a plan, in the process of the supervisor above."
  use Supervisor
  alias Conformance.{Names, Tracer}
  alias Conformance.Supervision.Worker

  @above_root %{path: nil, group: {"", :ordered}}

  def start_root(env, plan), do: start(env, plan, @above_root)

  def specification(env, plan, above) do
    %{
      id: plan["id"],
      start: {__MODULE__, :start, [env, plan, above]},
      restart: plan |> Map.get("restart", "permanent") |> String.to_atom(),
      shutdown: shutdown(plan),
      significant: Map.get(plan, "significant", false),
      type: if(kind(plan) == :worker, do: :worker, else: :supervisor)
    }
  end

  def path(plan, %{path: nil}), do: plan["id"]
  def path(plan, above), do: above.path <> "." <> plan["id"]

  def start(env, plan, above) do
    path = path(plan, above)
    ref = "#{path}##{Tracer.number(env.tracer, path)}"
    result = launch(kind(plan), env, plan, %{path: path, ref: ref, above: above})
    Tracer.note(env.tracer, above.group, ["start", ref, result])
    result
  end

  defp launch(:worker, env, plan, place), do: Worker.start_link(env, plan, place)

  defp launch(:dynamic, env, plan, place) do
    [strategy: :one_for_one, max_children: Map.get(plan, "max_children", :infinity)]
    |> Keyword.merge(intensity(plan) ++ Names.options(env, plan))
    |> DynamicSupervisor.start_link()
    |> watched(env, place, {:dynamic, below(place, :unordered)})
  end

  defp launch(:static, env, plan, place) do
    below = below(place, :ordered)
    children = Enum.map(plan["children"], &specification(env, &1, below))

    Supervisor.start_link(__MODULE__, {flags(plan), children}, Names.options(env, plan))
    |> watched(env, place, {:static, below})
  end

  # Elixir 1.14 has no option for what Erlang calls auto_shutdown.
  @impl true
  def init({flags, children}), do: {:ok, {flags, children}}

  defp flags(plan) do
    [max_restarts: intensity, max_seconds: period] = intensity(plan)

    %{
      strategy: plan |> Map.get("strategy", "one_for_one") |> String.to_atom(),
      intensity: intensity,
      period: period,
      auto_shutdown: plan |> Map.get("auto_shutdown", "never") |> String.to_atom()
    }
  end

  # Mostly longer than any scenario takes, so that the clock decides nothing.
  defp intensity(plan) do
    [max_restarts: Map.get(plan, "max", 3), max_seconds: Map.get(plan, "seconds", 100_000)]
  end

  defp below(place, order), do: %{path: place.path, group: {place.ref, order}}

  defp watched({:ok, pid} = started, env, place, tag) do
    Tracer.watch(env.tracer, place.path, place.ref, pid, tag)
    started
  end

  defp watched(failed, _env, _place, _tag), do: failed

  defp kind(%{"children" => _}), do: :static
  defp kind(%{"dynamic" => true}), do: :dynamic
  defp kind(_), do: :worker

  defp shutdown(plan) do
    case Map.get(plan, "shutdown", if(kind(plan) == :worker, do: 5000, else: "infinity")) do
      text when is_binary(text) -> String.to_atom(text)
      milliseconds -> milliseconds
    end
  end
end
