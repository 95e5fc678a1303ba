defmodule Conformance.Names do
  @moduledoc "The names of a scenario, told from those of the scenarios that are played beside it."

  @doc "Returns the atom for a local name, or for the name of a registry."
  def local(env, name), do: :"#{name} of lane #{env.lane}"

  @doc "Turns a text, `[\"name\", text]` or `[\"via\", registry, key]` into a name."
  def name(env, ["via", registry, key]), do: {:via, Registry, {local(env, registry), key}}
  def name(env, ["name", name]), do: local(env, name)
  def name(env, name), do: local(env, name)

  @doc "Returns the options of a start: none if the plan has no name."
  def options(env, %{"name" => name}), do: [name: name(env, name)]
  def options(_env, _plan), do: []
end
