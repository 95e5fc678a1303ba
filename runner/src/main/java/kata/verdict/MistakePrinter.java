package kata.verdict;

import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.terminal.Terminal;
import kata.test.TestReport;

/** Says which mistake the failures look like, and what to reread. */
public record MistakePrinter(Terminal terminal) {

    /**
     * Prints the mistakes on which just the same tests fail, and say the same; nothing if none is
     * known. Tests that were changed tell nothing about the code: then it prints which those are.
     */
    public void print(Stage stage, TestReport report) {
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
        Diagnosis diagnosis = KnownMistakes.of(stage).explain(report);
        if (!diagnosis.mistakes().isEmpty()) {
            terminal.line("The same tests fail when a solution has %s:", which(diagnosis));
            diagnosis.mistakes().forEach(mistake -> print(stage, mistake));
        }
    }

    private static String which(Diagnosis diagnosis) {
        if (diagnosis.mistakes().size() == 1) {
            return "this mistake";
        }
        return diagnosis.together() ? "both of these mistakes" : "one of these mistakes";
    }

    private void print(Stage stage, WrongSolution mistake) {
        terminal.line("  %s", mistake.title());
        terminal.line("  reread %s/README.md#%s", stage.path(), mistake.reread());
    }
}
