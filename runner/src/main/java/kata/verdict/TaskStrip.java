package kata.verdict;

import kata.stage.Stage;
import kata.terminal.Marks;
import kata.test.TestReport;
import kata.verdict.TaskVerdict.State;

import java.util.List;
import java.util.stream.Collectors;

/** How far the tasks of a stage are, as the report of its tests shows. */
public record TaskStrip(Stage stage, TestReport report) {

    /** Returns the line, such as {@code ✓ 1 ✗ 2 · 3 1 of 3 tasks, 5 tests to go}. */
    public String line(Marks marks) {
        List<TestGroup> tasks =
                TestGroup.of(stage, report).stream().filter(group -> !group.hasNoTask()).toList();
        String strip =
                tasks.stream()
                        .map(group -> mark(group, marks) + " " + group.task().number())
                        .collect(Collectors.joining("  "));
        return "%s   %d of %s, %s to go"
                .formatted(
                        strip,
                        tasks.stream().filter(group -> group.state() == State.SOLVED).count(),
                        counted(tasks.size(), "task"),
                        counted(report.failures().count(), "test"));
    }

    private static String counted(long number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }

    private static String mark(TestGroup group, Marks marks) {
        return switch (group.state()) {
            case SOLVED -> marks.good();
            case OPEN -> marks.toCome();
            case FAILING -> marks.bad();
        };
    }
}
