package kata.verdict;

import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.worker.Verdict;
import kata.worker.Worker;

import java.util.List;
import java.util.Optional;

/** Prints what became of a stage's code when it was tested. */
public record VerdictPrinter(Terminal terminal, StageCode code) {

    private static final int SHOWN = 10;

    /** Prints all that a person wants to know. */
    public void print(Verdict verdict) {
        switch (verdict) {
            case Verdict.DoesNotCompile(var errors) -> printErrors(errors, terminal);
            case Verdict.Tested(TestReport report) ->
                    new TestReportPrinter(terminal, code).print(report);
            case Verdict.Killed(Optional<String> test) ->
                    printEnd(
                            "The tests were ended from outside, twice.",
                            test,
                            "A system that is short of memory does that: close other programs, or"
                                    + " look for what fills the memory, or for Runtime.halt.");
            case Verdict.ProgramEnded(Optional<String> test, int exitCode) ->
                    printEnd(
                            "The code has ended the whole program, with exit code %d."
                                    .formatted(exitCode),
                            test,
                            "Look for System.exit: a process ends when its function returns or"
                                    + " throws.");
            case Verdict.OutOfMemory(Optional<String> test) ->
                    printEnd(
                            "The code has filled the memory.",
                            test,
                            "Look for a list that only grows, or a call that never returns.");
            case Verdict.Unresponsive(Optional<String> test) ->
                    printEnd(
                            "The tests gave no sign of life long after their %d s, and were ended."
                                    .formatted(Worker.LIMIT.toSeconds()),
                            test,
                            test.isPresent()
                                    ? "Look for something that never ends."
                                    : "If this machine is very busy, run the tests again; if not,"
                                            + " look for a static initializer that never ends.");
        }
    }

    private void printEnd(String what, Optional<String> test, String advice) {
        terminal.line("%s %s", terminal.marks().bad(), what);
        terminal.line(
                "  %s",
                test.map(sentence -> "It happened in the test: " + sentence)
                        .orElse("It happened before any test had begun."));
        terminal.line("  %s", advice);
        terminal.gap();
    }

    /** Prints the first errors as javac does, and how many there are. */
    public static void printErrors(List<CompileError> errors, Terminal terminal) {
        int count = errors.size();
        terminal.line(
                "%s The code does not compile yet: %s.",
                terminal.marks().bad(), count == 1 ? "1 error" : count + " errors");
        terminal.gap();
        errors.stream().limit(SHOWN).forEach(error -> terminal.out().println(error.print()));
        if (count > SHOWN) {
            terminal.line("... and %d more", count - SHOWN);
        }
        terminal.gap();
    }
}
