package kata.verdict;

import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.terminal.Terminal;
import kata.test.TestReport;

import java.util.List;

/**
 * Says which mistake the failures look like, and what to reread.
 *
 * @param terminal where it prints
 */
record MistakePrinter(Terminal terminal) {

    private static final int SHOWN = 2;

    /** Prints the mistakes on which just the same tests fail; nothing if none is known. */
    void print(Stage stage, TestReport report) {
        List<WrongSolution> mistakes = known(stage, report);
        if (!mistakes.isEmpty()) {
            terminal.line("The same tests fail when a solution has this mistake:");
            mistakes.stream().limit(SHOWN).forEach(mistake -> print(stage, mistake));
        }
    }

    private void print(Stage stage, WrongSolution mistake) {
        terminal.line("  %s", mistake.title());
        terminal.line("  reread %s/README.md#%s", stage.path(), mistake.reread());
    }

    /** What is known of mistakes helps, but is not needed. */
    private static List<WrongSolution> known(Stage stage, TestReport report) {
        try {
            return KnownMistakes.of(stage, report);
        } catch (KataException unreadable) {
            return List.of();
        }
    }
}
