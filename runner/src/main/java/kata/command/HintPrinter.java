package kata.command;

import kata.lesson.Hint;
import kata.stage.Stage;
import kata.stage.Task;
import kata.terminal.Terminal;

import java.util.List;

/**
 * Prints hints.
 *
 * @param terminal where it prints
 * @param stage the stage that they belong to
 * @param task the task that they help with
 */
record HintPrinter(Terminal terminal, Stage stage, Task task) {

    private static final String FENCE = "```";
    private static final String INDENT = " ".repeat(4);

    /** Prints the hints between two indices, and what there is beyond them. */
    void print(List<Hint> hints, int from, int to) {
        terminal.line("%s  Task %d: %s", stage.path(), task.number(), task.title());
        for (int index = from; index < to; index++) {
            terminal.gap();
            terminal.line("Hint %d of %d: %s", index + 1, hints.size(), hints.get(index).title());
            terminal.gap();
            printText(hints.get(index).text());
        }
        terminal.gap();
        if (to < hints.size()) {
            terminal.line("Still stuck? Run this again for hint %d.", to + 1);
        } else {
            terminal.line("That was the last hint for this task.");
        }
    }

    private void printText(String markdown) {
        boolean isCode = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                isCode = !isCode;
            } else {
                terminal.out().println(isCode ? INDENT + line : line);
            }
        }
    }
}
