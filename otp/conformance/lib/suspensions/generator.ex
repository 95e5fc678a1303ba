defmodule Conformance.Suspensions.Generator do
  @moduledoc "Makes a random supervision scenario whose workers are suspended and resumed by `:sys`."
  import Conformance.Random
  alias Conformance.Supervision

  def generate(shape) do
    %{"tree" => root, "steps" => steps} = Supervision.Generator.generate(shape)
    workers = workers(root, root["id"])
    # A name does not say whether it is that of a worker that is suspended.
    steps = Enum.reject(steps, &match?(["who_is" | _], &1))
    %{"tree" => root, "steps" => Enum.flat_map(steps, &(more(workers) ++ [&1]))}
  end

  defp workers(%{"children" => children}, path),
    do: Enum.flat_map(children, &workers(&1, "#{path}.#{&1["id"]}"))

  defp workers(%{"dynamic" => true}, path), do: for(number <- 0..3, do: "#{path}.x#{number}")
  defp workers(_worker, path), do: [path]

  defp more([]), do: []

  defp more(workers) do
    case weighted(nothing: 40, suspend: 45, resume: 15) do
      :nothing -> []
      :suspend -> [["suspend", one_of(workers)]]
      :resume -> [["resume", one_of(workers)]]
    end
  end
end
