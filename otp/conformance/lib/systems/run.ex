defmodule Conformance.Systems.Run do
  @moduledoc """
  Runs a scenario of servers, as `Conformance.Servers.Run` does. It asks by `:sys` whether a server is
  at rest: a suspended one answers nothing else, and no timeout is disturbed.
  """
  alias Conformance.Servers.Run

  defdelegate start(env, scenario), to: Run
  defdelegate finish(env, scenario), to: Run
  defdelegate perform(env, step), to: Run

  def ping(pid, :server), do: :sys.get_state(pid, 100)
  def ping(pid, tag), do: Run.ping(pid, tag)
end
