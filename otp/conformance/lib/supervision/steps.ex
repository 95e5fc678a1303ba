defmodule Conformance.Supervision.Steps do
  @moduledoc "Random steps, each at a child that the tree has, or may have by then."
  import Conformance.Random
  alias Conformance.Supervision.Children

  def generate(root, count, traits) do
    targets =
      targets(root, "r")
      |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
      |> Map.put_new(:ends_itself, [])

    for number <- 1..count, do: step(targets, "x#{div(number, 6)}", traits)
  end

  defp targets(%{"children" => children} = plan, path) do
    below = for child <- children, target <- targets(child, "#{path}.#{child["id"]}"), do: target
    own = if plan["auto_shutdown"], do: [{:ends_itself, path}], else: []
    own ++ [{:static, path} | below]
  end

  defp targets(%{"dynamic" => true}, path) do
    [{:dynamic, path} | for(number <- 0..3, do: {:worker, "#{path}.x#{number}"})]
  end

  defp targets(_worker, path), do: [{:worker, path}]

  defp step(targets, id, %{waits: true} = traits) do
    if chance?(12), do: ["wait", 2100], else: step(targets, id, %{traits | waits: false})
  end

  defp step(targets, id, traits) do
    case weighted(worker: 55, static: 25, dynamic: 20, name: if(traits.named, do: 10, else: 0)) do
      :name ->
        ["who_is", "n#{between(1, 12)}"]

      :dynamic when is_map_key(targets, :dynamic) ->
        targets.dynamic |> one_of() |> to_dynamic(id, traits)

      :worker when is_map_key(targets, :worker) ->
        targets.worker |> one_of() |> to_worker()

      _ ->
        targets.static |> one_of() |> to_static(targets, id, traits)
    end
  end

  defp to_worker(path) do
    case weighted(
           kill: 26,
           signal: 15,
           raise: 10,
           exit: 8,
           tell: 12,
           ask: 8,
           stop: 8,
           who: 4,
           call: 8
         ) do
      :kill -> ["exit", path, "kill"]
      :signal -> ["exit", path, reason()]
      :raise -> ["tell_to_raise", path, "boom"]
      :exit -> ["tell_to_exit", path, reason()]
      :tell -> ["tell_to_stop", path, reason()]
      :ask -> ["ask_to_stop", path, reason()]
      :stop -> ["stop", path, reason()]
      :who -> ["who", path]
      :call -> ["tell_to_call", path, one_of(["shutdown", reason()])]
    end
  end

  # Hanging workers hang when they are to shut down: nobody but a supervisor may tell them so.
  defp reason, do: one_of(["normal", "oops", ["shutdown", "done"], "killed", "noproc"])

  defp to_static(path, targets, id, traits) do
    case weighted(
           start: 22,
           terminate: 22,
           restart: 18,
           delete: 12,
           which: 10,
           count: 8,
           kill: 6,
           signal: 4,
           stop: 4
         ) do
      :start ->
        child = Children.child(one_of([id, child_of(path, targets)]), traits)
        ends_itself = path in targets.ends_itself
        ["start_child", path, if(ends_itself, do: Children.significant(child), else: child)]

      :terminate ->
        ["terminate_child", path, child_of(path, targets)]

      :restart ->
        ["restart_child", path, child_of(path, targets)]

      :delete ->
        ["delete_child", path, child_of(path, targets)]

      other ->
        to_supervisor(other, path, traits)
    end
  end

  defp to_dynamic(path, id, traits) do
    case weighted(
           start: 60,
           terminate: 12,
           process: 7,
           which: 10,
           count: 8,
           kill: 6,
           signal: 4,
           stop: 4
         ) do
      :start -> ["start_child", path, Children.child(id, traits)]
      :terminate -> ["terminate_child", path, "x#{between(0, 3)}"]
      :process -> ["terminate_process", path, process_of(path)]
      other -> to_supervisor(other, path, traits)
    end
  end

  defp to_supervisor(:kill, path, %{named: false}), do: ["exit", path, "kill"]

  defp to_supervisor(:signal, path, _traits),
    do: ["exit", path, one_of(["normal", "shutdown", "oops"])]

  defp to_supervisor(:stop, path, _traits),
    do: ["stop", path, one_of(["normal", "shutdown", "oops"])]

  defp to_supervisor(:count, path, _traits), do: ["count", path]
  defp to_supervisor(_which, path, _traits), do: ["which", path]

  defp child_of(path, targets) do
    children =
      for {kind, paths} <- targets,
          kind != :ends_itself,
          child <- paths,
          parent(child) == path,
          do: last(child)

    one_of(["x0", "x1", "nobody" | children ++ children])
  end

  # It may be no child at all, one that has ended, or one that is being restarted.
  defp process_of(path),
    do: one_of(["#{path}.x0#1", "#{path}.x1#1", "#{path}.x#{between(0, 2)}#2", "r.a#1"])

  defp parent(path), do: path |> String.split(".") |> Enum.drop(-1) |> Enum.join(".")
  defp last(path), do: path |> String.split(".") |> List.last()
end
