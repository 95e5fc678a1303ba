package kata.command;

import kata.lesson.Hint;
import kata.lesson.Hints;
import kata.progress.FirstOpenTask;
import kata.progress.SeenHints;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.Task;
import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code ./kata hint}. */
@Command(
        name = "hint",
        description =
                "Show a hint for the first task that is not solved, and one more each time: a"
                        + " question, the concept, the code.",
        mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StageArgument argument;

    @Option(
            names = "--task",
            paramLabel = "<n>",
            description = "The task, by its number (default: the first that is not solved).")
    private Integer number;

    @Option(names = "--again", description = "Show the hints again that were shown before.")
    private boolean again;

    @Override
    public Integer call() {
        Stage stage = argument.in(parent);
        var stuck = new FirstOpenTask(stage);
        Task task = number == null ? stuck.task() : stuck.task(number);
        show(stage, task, Hints.of(stage, task));
        return ExitCode.GOOD;
    }

    private void show(Stage stage, Task task, List<Hint> hints) {
        var memory = new SeenHints(stage.root());
        int seen = Math.min(memory.count(stage, task), hints.size());
        if (again && seen == 0) {
            throw new KataException(
                    "No hint for task %d of %s was shown yet: leave out --again to see the first."
                            .formatted(task.number(), stage.path()));
        }
        boolean allAgain = again || seen == hints.size();
        int shown = allAgain ? seen : seen + 1;
        new HintPrinter(parent.terminal(), stage, task).print(hints, allAgain ? 0 : seen, shown);
        memory.remember(stage, task, shown);
    }
}
