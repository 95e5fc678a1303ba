defmodule Conformance.Supervision.Generator do
  @moduledoc "Makes a random supervision scenario: a tree, and what is done to it."
  import Conformance.Random
  alias Conformance.Supervision.{Children, Steps}

  @doc "The shape says `:depth`, `:children` and `:steps` at most."
  def generate(shape) do
    traits = %{named: chance?(30), waits: shape.waits}

    {root, _left} =
      Children.static("r", between(1, shape.depth), between(1, shape.children), traits)

    %{"tree" => root, "steps" => Steps.generate(root, between(3, shape.steps), traits)}
  end
end
