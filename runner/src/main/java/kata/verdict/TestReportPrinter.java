package kata.verdict;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import kata.compile.StageCode;
import kata.terminal.Terminal;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how the tests of a stage ended. */
public record TestReportPrinter(Terminal terminal, StageCode code) {

    private static final String INDENT = " ".repeat(12);
    private static final String SMALL_INDENT = " ".repeat(5);

    /** What is printed at most where there is little room, be it with the program's output. */
    private static final int TESTS = 3;

    private static final int TESTS_WITH_OUTPUT = 1;

    private static final int LINES = 12;
    private static final int PRINTED = 8;

    /**
     * Prints a line for each test, task by task, what is wrong below those that failed, and a
     * summary.
     */
    void print(TestReport report) {
        terminal.line("%s  %s", code.stage().path(), code.stage().title());
        TestGroup.of(code.stage(), report).stream()
                .filter(group -> !group.results().isEmpty())
                .forEach(this::print);
        terminal.gap();
        printOutput(report, Integer.MAX_VALUE);
        terminal.line("%s", report.summary());
        new MistakePrinter(terminal).print(code.stage(), report);
    }

    /**
     * Prints what to fix first: some tests of the first task that has failures, how many more there
     * are, and a summary.
     */
    public void printFirst(TestReport report) {
        TestGroup.of(code.stage(), report).stream()
                .map(TestReportPrinter::failed)
                .filter(group -> !group.results().isEmpty())
                .findFirst()
                .ifPresent(group -> printFirst(group, report));
        printLastOutput(report);
        new MistakePrinter(terminal).print(code.stage(), report);
        terminal.line("%s", report.summary());
    }

    private static TestGroup failed(TestGroup group) {
        List<TestResult> failed =
                group.failed().stream().filter(result -> !isSkipped(result)).toList();
        return new TestGroup(group.task(), failed);
    }

    private static boolean isSkipped(TestResult result) {
        return result.outcome() instanceof Outcome.Skipped;
    }

    private void printFirst(TestGroup group, TestReport report) {
        int most = report.output().isBlank() ? TESTS : TESTS_WITH_OUTPUT;
        terminal.line("%s", group.title());
        group.results().stream()
                .limit(most)
                .forEach(result -> {
                    terminal.line("  %s  %s", terminal.marks().bad(), result.sentence());
                    printReason(result, SMALL_INDENT, LINES);
                });
        long more = report.failures().count() - Math.min(most, group.results().size());
        if (more > 0) {
            terminal.line("  ... and %d more, which `./kata run` shows", more);
        }
        terminal.gap();
    }

    private void print(TestGroup group) {
        terminal.gap();
        terminal.line("%s", group.title());
        if (group.hasNoTask() && group.failed().isEmpty()) {
            terminal.line(
                    "  %s passed  all %d tests", terminal.marks().good(), group.results().size());
            return;
        }
        group.results().stream().filter(result -> !isSkipped(result)).forEach(this::print);
        printSkipped(group.results().stream().filter(TestReportPrinter::isSkipped).toList());
    }

    /** Nothing is known of them but why: that is said once. */
    private void printSkipped(List<TestResult> skipped) {
        Map<String, Long> numbers =
                skipped.stream()
                        .collect(groupingBy(TestResult::verdict, LinkedHashMap::new, counting()));
        numbers.forEach((verdict, number) ->
                terminal.line(
                        "  %s %d %s %s",
                        terminal.marks().toCome(),
                        number,
                        number == 1 ? "test" : "tests",
                        verdict));
    }

    private void print(TestResult result) {
        String mark =
                result.passed()
                        ? terminal.marks().good() + " passed"
                        : terminal.marks().bad() + " failed";
        terminal.line("  %s  %s", mark, result.sentence());
        if (!result.passed()) {
            printReason(result, INDENT, Integer.MAX_VALUE);
        }
    }

    private void printReason(TestResult result, String indent, int most) {
        new FailureText(code)
                .lines(result).stream()
                        .limit(most)
                        .forEach(line -> terminal.out().println(indent + line));
    }

    /** Prints the program's own words: who debugs by printing looks for the last of them. */
    public void printLastOutput(TestReport report) {
        printOutput(report, PRINTED);
    }

    private void printOutput(TestReport report, int most) {
        List<String> lines = report.output().lines().toList();
        if (report.output().isBlank()) {
            return;
        }
        terminal.line("Printed meanwhile:");
        int before = Math.max(0, lines.size() - most);
        if (before > 0) {
            terminal.line("  ... %d lines before, which `./kata run` shows", before);
        }
        lines.stream().skip(before).forEach(line -> terminal.line("  %s", line));
        terminal.gap();
    }
}
