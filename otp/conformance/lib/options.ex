defmodule Conformance.Options do
  @moduledoc "What the recorder's command line says, or one sentence about what is wrong with it."
  alias Conformance.{Ends, Processes, Registries, Servers, Supervision, Suspensions, Systems, Tables, Tasks, Timeouts, Timers, Traces}

  @families %{
    "ends" => {Ends.Generator, Ends.Run},
    "processes" => {Processes.Generator, Processes.Run},
    "registry" => {Registries.Generator, Registries.Run},
    "servers" => {Servers.Generator, Servers.Run},
    "supervision" => {Supervision.Generator, Supervision.Run},
    "suspensions" => {Suspensions.Generator, Suspensions.Run},
    "sys" => {Systems.Generator, Systems.Run},
    "tables" => {Tables.Generator, Tables.Run},
    "tasks" => {Tasks.Generator, Tasks.Run},
    "timeouts" => {Timeouts.Generator, Servers.Run},
    "timers" => {Timers.Generator, Processes.Run},
    "traces" => {Processes.Generator, Traces.Run}
  }
  @types [
    family: :string,
    seed: :integer,
    count: :integer,
    depth: :integer,
    children: :integer,
    steps: :integer,
    times: :integer,
    waits: :boolean
  ]
  @defaults %{
    family: "supervision",
    seed: 1,
    count: 100,
    depth: 4,
    children: 30,
    steps: 20,
    times: 3,
    waits: false
  }

  @doc "Returns `{:ok, options}` with a default for all that is not given, or `{:error, message}`."
  def parse(arguments) do
    case OptionParser.parse(arguments, strict: @types) do
      {given, [], []} -> given |> Enum.into(@defaults) |> check()
      {_given, [stray | _], []} -> {:error, "No option is called #{stray}: #{known()}."}
      {_given, _stray, [{option, value} | _]} -> {:error, misuse(option, value)}
    end
  end

  defp misuse(option, value) do
    case Enum.find(@types, fn {name, _type} -> "--#{name}" == option end) do
      nil -> "No option is called #{option}: #{known()}."
      {name, :boolean} -> "--#{name} takes no value: leave out #{value}."
      {name, :string} -> "--#{name} needs a value: #{families()}."
      {name, :integer} when value == nil -> "--#{name} needs a number, as in --#{name} 7."
      {name, :integer} -> "--#{name} needs a number, and #{value} is none."
    end
  end

  defp known do
    names = for {name, _type} <- @types, do: "--#{name}"
    "the options are #{Enum.join(names, ", ")}"
  end

  defp families, do: "it is one of #{@families |> Map.keys() |> Enum.join(", ")}"

  defp check(options) do
    low = Enum.find([:count, :depth, :children, :steps, :times], &(options[&1] < 1))

    cond do
      not is_map_key(@families, options.family) ->
        {:error, "There is no family #{options.family}: #{families()}."}

      low != nil ->
        {:error, "--#{low} has to be 1 or more, and is #{options[low]}."}

      true ->
        {:ok, complete(options)}
    end
  end

  # Scenarios that wait leave the cores to others.
  defp complete(options) do
    at_once = if options.waits, do: 32, else: System.schedulers_online()
    Map.merge(options, %{modules: @families[options.family], at_once: at_once})
  end
end
