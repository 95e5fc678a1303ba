package kata.command;

import kata.lesson.Hints;
import kata.lesson.Hints.Hint;
import kata.lesson.TerminalHint;
import kata.progress.ProgressFile;
import kata.progress.SeenHints;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.Task;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

@Command(
        name = "hint",
        description =
                "Show a hint for the first task that is not solved, and one more each time: a"
                        + " question, the concept, the code.")
final class HintCommand extends StageCommand {

    @Option(
            names = "--task",
            paramLabel = "<n>",
            description = "The task, by its number (default: the first that is not solved).")
    private Integer number;

    @Option(names = "--again", description = "Show the hints again that were shown before.")
    private boolean again;

    @Override
    public Integer call() {
        Stage stage = stage();
        Task task =
                stage.task(number == null ? firstOpen(stage) : number)
                        .orElseThrow(() ->
                                new KataException(
                                        "%s has no task %d: its tasks are 1 to %d."
                                                .formatted(stage, number, stage.tasks().size())));
        show(stage, task, Hints.of(stage, task));
        return ExitCode.GOOD;
    }

    /** In the watch no other task can be named, so that there the first one has to do. */
    private int firstOpen(Stage stage) {
        if (parent.solved().isKnown(stage)) {
            throw new KataException(
                    "Every task of %s is solved: see its hints with `./kata hint %<s --task 1`."
                            .formatted(stage));
        }
        return new ProgressFile(stage.root())
                .openTasks(stage).stream()
                        .findFirst()
                        .or(() -> Optional.of(1).filter(_ -> parent.isWatched()))
                        .orElseThrow(() ->
                                new KataException(
                                        """
                                        No task of %s is known to be open: see with \
                                        `./kata run %<s`, or name one, such as --task 1.\
                                        """
                                                .formatted(stage)));
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
        Optional<String> problem =
                KataException.problemOf(() -> memory.remember(stage, task, shown));
        print(stage, task, hints, allAgain ? 0 : seen, shown);
        if (shown < hints.size()) {
            parent.terminal()
                    .line("Still stuck? %s", problem.isEmpty() ? forMore(shown) : inFile(stage));
        }
        problem.ifPresent(message -> {
            throw new KataException(message);
        });
    }

    private String forMore(int shown) {
        return "%s again for hint %d."
                .formatted(parent.isWatched() ? "Press h" : "Run this", shown + 1);
    }

    /** What is not known to be shown is shown once more. */
    private static String inFile(Stage stage) {
        return "The next hint is in %s/HINTS.md.".formatted(stage.path());
    }

    /** Prints the hints between two indices. */
    private void print(Stage stage, Task task, List<Hint> hints, int from, int to) {
        Terminal terminal = parent.terminal();
        terminal.line("%s  Task %d: %s", stage.path(), task.number(), task.title());
        for (int index = from; index < to; index++) {
            Hint hint = hints.get(index);
            terminal.line("%nHint %d of %d: %s%n", index + 1, hints.size(), hint.title());
            printText(hint.text());
        }
        terminal.gap();
        if (to == hints.size()) {
            terminal.line("That was the last hint for this task.");
        }
    }

    /** The watch breaks what is too wide by itself, as wide as its window is. */
    private void printText(String markdown) {
        List<String> lines =
                parent.isWatched()
                        ? TerminalHint.paragraphs(markdown)
                        : TerminalHint.lines(markdown);
        lines.forEach(parent.terminal().out()::println);
    }
}
