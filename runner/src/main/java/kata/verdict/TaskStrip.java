package kata.verdict;

import kata.stage.Stage;
import kata.stage.Task;
import kata.terminal.Marks;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How far the tasks of a stage are, in one line: solved, failing, or open as long as its TODO
 * stands.
 *
 * @param stage the stage
 * @param report how its tests ended
 */
public record TaskStrip(Stage stage, TestReport report) {

    /** Returns the line, such as {@code ✓ 1 ✗ 2 · 3 1 of 3 tasks, 5 tests to go}. */
    public String line(Marks marks) {
        String strip =
                stage.tasks().stream()
                        .map(task -> mark(task, marks) + " " + task.number())
                        .collect(Collectors.joining("  "));
        return "%s   %d of %d tasks, %d tests to go"
                .formatted(
                        strip,
                        stage.tasks().stream().filter(this::isSolved).count(),
                        stage.tasks().size(),
                        report.failures().count());
    }

    private String mark(Task task, Marks marks) {
        if (isSolved(task)) {
            return marks.good();
        }
        return tests(task).stream().allMatch(TaskStrip::isOpen) ? marks.toCome() : marks.bad();
    }

    private boolean isSolved(Task task) {
        return tests(task).stream().allMatch(TestResult::passed);
    }

    private static boolean isOpen(TestResult result) {
        return result.passed() || result.todo().isPresent();
    }

    private List<TestResult> tests(Task task) {
        return TestGroup.ofTask(task.number(), report);
    }
}
