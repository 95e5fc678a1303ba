package kata.verdict;

import kata.compile.StageCode;
import kata.terminal.Terminal;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;

/**
 * Prints what to fix first: some tests of the first task that has failures, and how many more there
 * are.
 *
 * @param terminal where it prints
 * @param code the code that the tests ran against
 */
public record FirstFailuresPrinter(Terminal terminal, StageCode code) {

    private static final int TESTS = 3;
    private static final int LINES = 12;
    private static final int PRINTED = 8;

    /** Prints them, and how many tests passed. */
    public void print(TestReport report) {
        TestGroup.of(code, report).stream()
                .map(FirstFailuresPrinter::failed)
                .filter(group -> !group.results().isEmpty())
                .findFirst()
                .ifPresent(group -> print(group, report.failures().count()));
        printOutput(report.output().lines().toList());
        new MistakePrinter(terminal).print(code.stage(), report);
        terminal.line("%s", report.summary());
    }

    /** The program's own words: who debugs by printing looks for the last of them. */
    private void printOutput(List<String> lines) {
        if (!lines.isEmpty()) {
            terminal.line("Printed meanwhile:");
            if (lines.size() > PRINTED) {
                terminal.line(
                        "  ... %d lines before, which `./kata run` shows", lines.size() - PRINTED);
            }
            lines.stream()
                    .skip(Math.max(0, lines.size() - PRINTED))
                    .forEach(line -> terminal.line("  %s", line));
            terminal.gap();
        }
    }

    private static TestGroup failed(TestGroup group) {
        List<TestResult> failed =
                group.results().stream()
                        .filter(result -> !result.passed())
                        .filter(result -> !(result.outcome() instanceof Outcome.Skipped))
                        .toList();
        return new TestGroup(group.title(), failed);
    }

    private void print(TestGroup group, long failures) {
        terminal.line("%s", group.title());
        group.results().stream().limit(TESTS).forEach(this::print);
        long more = failures - Math.min(TESTS, group.results().size());
        if (more > 0) {
            terminal.line("  ... and %d more, which `./kata run` shows", more);
        }
        terminal.gap();
    }

    private void print(TestResult result) {
        terminal.line("  %s  %s", terminal.marks().bad(), result.sentence());
        new FailureText(code)
                .lines(result).stream()
                        .limit(LINES)
                        .forEach(line -> terminal.out().println("     " + line));
    }
}
