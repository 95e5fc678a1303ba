defmodule Conformance.Main do
  @moduledoc "The recorder's command line."
  alias Conformance.{Json, Player, Processes, Random, Servers, Supervision, Tables}

  @families %{
    "processes" => {Processes.Generator, Processes.Run},
    "servers" => {Servers.Generator, Servers.Run},
    "supervision" => {Supervision.Generator, Supervision.Run},
    "tables" => {Tables.Generator, Tables.Run}
  }
  @options [
    family: :string,
    seed: :integer,
    count: :integer,
    depth: :integer,
    children: :integer,
    steps: :integer,
    times: :integer
  ]
  @defaults %{
    family: "supervision",
    seed: 1,
    count: 100,
    depth: 4,
    children: 30,
    steps: 20,
    times: 3
  }

  def main(arguments) do
    :logger.set_primary_config(:level, :none)
    {given, [], []} = OptionParser.parse(arguments, strict: @options)
    options = Enum.into(given, @defaults)

    dropped =
      1..options.count
      |> Task.async_stream(&record(&1, options), timeout: 60_000)
      |> Enum.count(fn {:ok, line} -> write(line) == :dropped end)

    IO.puts(
      :stderr,
      "#{options.count - dropped} recorded, #{dropped} dropped because recordings differed"
    )
  end

  defp write(nil), do: :dropped
  defp write(line), do: IO.puts(line)

  defp record(index, options) do
    {generator, runner} = Map.fetch!(@families, options.family)
    Random.seed(options.seed, index)
    play = &in_own_process(fn -> Player.play(runner, &1, rem(index, 64)) end)

    scenario =
      prune(generator.generate(%{options | steps: 3 * options.steps}), options.steps, play)

    case Enum.uniq(for _time <- 1..options.times, do: play.(scenario)) do
      [trace] -> line(scenario, options, index, trace)
      _different -> nil
    end
  end

  # Most random steps come to nothing, because their process has ended: leave those out.
  defp prune(scenario, most, play) do
    [_start | results] = play.(scenario)

    effective =
      for {step, result} <- Enum.zip(scenario["steps"], results),
          result["r"] not in ["none", "no_target"],
          do: step

    %{scenario | "steps" => Enum.take(effective, most)}
  end

  defp line(scenario, options, index, trace) do
    %{"family" => options.family, "name" => "#{options.seed}/#{index}", "trace" => trace}
    |> Map.merge(scenario)
    |> Json.encode()
  end

  defp in_own_process(function), do: function |> Task.async() |> Task.await(:infinity)
end
