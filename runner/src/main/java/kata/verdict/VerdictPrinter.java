package kata.verdict;

import kata.compile.StageCode;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.worker.Verdict;
import kata.worker.Worker;

import java.util.Optional;

/**
 * Prints what became of a stage's code when it was tested.
 *
 * @param terminal where it prints
 * @param code what was tested
 */
public record VerdictPrinter(Terminal terminal, StageCode code) {

    /** Prints all that a person wants to know. */
    public void print(Verdict verdict) {
        switch (verdict) {
            case Verdict.DoesNotCompile(var errors) -> CompileErrorPrinter.print(errors, terminal);
            case Verdict.Tested(TestReport report) ->
                    new TestReportPrinter(terminal, code).print(report);
            case Verdict.ProgramEnded ended when ended.bySignal() -> printSignal(ended.test());
            case Verdict.ProgramEnded(Optional<String> test, int exitCode) ->
                    printExit(test, exitCode);
            case Verdict.OutOfMemory(Optional<String> test) -> printMemory(test);
            case Verdict.Unresponsive(Optional<String> test) -> printStuck(test);
        }
    }

    private void printExit(Optional<String> test, int exitCode) {
        terminal.line(
                "%s The code has ended the whole program, with exit code %d.",
                terminal.marks().bad(), exitCode);
        printTest(test);
        terminal.line(
                "  Look for System.exit: a process ends when its function returns or throws.");
        terminal.gap();
    }

    private void printSignal(Optional<String> test) {
        terminal.line("%s The tests were ended from outside, twice.", terminal.marks().bad());
        printTest(test);
        terminal.line(
                "  A system that is short of memory does that: close other programs, or look for"
                        + " what fills the memory.");
        terminal.gap();
    }

    private void printMemory(Optional<String> test) {
        terminal.line("%s The code has filled the memory.", terminal.marks().bad());
        printTest(test);
        terminal.line("  Look for a list that only grows, or a call that never returns.");
        terminal.gap();
    }

    private void printStuck(Optional<String> test) {
        terminal.line(
                "%s The tests gave no sign of life long after their %d s, and were ended.",
                terminal.marks().bad(), Worker.LIMIT.toSeconds());
        printTest(test);
        terminal.line("  Look for something that never ends.");
        terminal.gap();
    }

    private void printTest(Optional<String> test) {
        terminal.line(
                "  %s",
                test.map(sentence -> "It happened in the test: " + sentence)
                        .orElse("It happened before any test had begun."));
    }
}
