defmodule Conformance.Main do
  @moduledoc "The recorder's command line: records random scenarios, and writes one line for each."
  alias Conformance.{Json, Options, Player, Random}

  # Names of scenarios that are played at the same time differ by the lane.
  @lanes 512

  def main(arguments) do
    case Options.parse(arguments) do
      {:ok, options} ->
        :logger.set_primary_config(:level, :none)
        record_all(options)

      {:error, message} ->
        IO.puts(:stderr, message)
        System.halt(2)
    end
  end

  defp record_all(options) do
    dropped =
      1..options.count
      |> Task.async_stream(&record(&1, options),
        timeout: 120_000,
        max_concurrency: options.at_once
      )
      |> Enum.count(fn {:ok, line} -> write(line) == :dropped end)

    IO.puts(
      :stderr,
      "#{options.count - dropped} recorded, #{dropped} dropped because recordings differed"
    )
  end

  defp write(nil), do: :dropped
  defp write(line), do: IO.puts(line)

  defp record(index, options) do
    {generator, runner} = options.modules
    Random.seed(options.seed, index)
    play = &in_own_process(fn -> Player.play(runner, &1, rem(index, @lanes)) end)

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
