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

    /**
     * Prints the mistakes on which just the same tests fail; nothing if none is known. Tests that
     * were changed tell nothing about the code: then it prints which those are.
     */
    void print(Stage stage, TestReport report) {
        if (!report.changedTests().isEmpty()) {
            terminal.line("The stage's tests are not as the kata has them:");
            report.changedTests().forEach(change -> terminal.line("  %s", change));
            terminal.line("`./kata reset %s` restores them, and keeps yours.", stage.path());
            return;
        }
        try {
            printKnown(stage, report);
        } catch (KataException unreadable) {
            // What is known of mistakes helps, but is not needed.
        }
    }

    private void printKnown(Stage stage, TestReport report) {
        List<WrongSolution> mistakes = KnownMistakes.of(stage, report);
        if (!mistakes.isEmpty()) {
            print(stage, mistakes, "The same tests fail when a solution has this mistake:");
            return;
        }
        List<WrongSolution> both = KnownMistakes.twoOf(stage, report);
        if (!both.isEmpty()) {
            print(stage, both, "The same tests fail when a solution has both of these mistakes:");
        }
    }

    private void print(Stage stage, List<WrongSolution> mistakes, String heading) {
        terminal.line("%s", heading);
        mistakes.stream().limit(SHOWN).forEach(mistake -> print(stage, mistake));
    }

    private void print(Stage stage, WrongSolution mistake) {
        terminal.line("  %s", mistake.title());
        terminal.line("  reread %s/README.md#%s", stage.path(), mistake.reread());
    }
}
