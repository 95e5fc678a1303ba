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

/**
 * Prints how the tests of a stage ended, task by task.
 *
 * @param terminal where it prints
 * @param code the code that the tests ran against
 */
record TestReportPrinter(Terminal terminal, StageCode code) {

    private static final String INDENT = " ".repeat(12);

    /** Prints a line for each test, what is wrong below those that failed, and a summary. */
    public void print(TestReport report) {
        terminal.line("%s  %s", code.stage().path(), code.stage().title());
        TestGroup.of(code, report).forEach(this::print);
        printOutput(report.output());
        terminal.gap();
        terminal.line("%s", report.summary());
        new MistakePrinter(terminal).print(code.stage(), report);
    }

    private void print(TestGroup group) {
        terminal.gap();
        terminal.line("%s", group.title());
        if (group.hasNoTask() && group.results().stream().allMatch(TestResult::passed)) {
            terminal.line(
                    "  %s passed  all %d tests", terminal.marks().good(), group.results().size());
            return;
        }
        group.results().stream().filter(result -> !isSkipped(result)).forEach(this::print);
        printSkipped(group.results().stream().filter(TestReportPrinter::isSkipped).toList());
    }

    private static boolean isSkipped(TestResult result) {
        return result.outcome() instanceof Outcome.Skipped;
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
        terminal.line(
                "  %s  %s",
                result.passed()
                        ? terminal.marks().good() + " passed"
                        : terminal.marks().bad() + " failed",
                result.sentence());
        if (!result.passed()) {
            new FailureText(code)
                    .lines(result)
                    .forEach(line -> terminal.out().println(INDENT + line));
        }
    }

    private void printOutput(String output) {
        if (!output.isBlank()) {
            terminal.gap();
            terminal.line("Printed meanwhile:");
            output.lines().forEach(line -> terminal.out().println("  " + line));
        }
    }
}
