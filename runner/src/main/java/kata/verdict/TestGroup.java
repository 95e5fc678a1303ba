package kata.verdict;

import kata.stage.Stage;
import kata.stage.Task;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.verdict.TaskVerdict.State;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tests that belong to a task, or to none.
 *
 * @param task the task; its number is 0 for what holds before any is solved
 */
record TestGroup(Task task, List<TestResult> results) {

    private static final Task NO_TASK = new Task(0, "What holds from the start");

    /** Returns the groups of a stage, in the order of the tasks; one may have no tests. */
    static List<TestGroup> of(Stage stage, TestReport report) {
        return Stream.concat(Stream.of(NO_TASK), stage.tasks().stream())
                .map(task -> of(task, report))
                .toList();
    }

    private static TestGroup of(Task task, TestReport report) {
        return new TestGroup(
                task,
                report.results().stream()
                        .filter(result -> result.lastTask() == task.number())
                        .toList());
    }

    boolean hasNoTask() {
        return task.equals(NO_TASK);
    }

    String title() {
        return hasNoTask() ? task.title() : "Task %d: %s".formatted(task.number(), task.title());
    }

    List<TestResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    State state() {
        if (failed().isEmpty()) {
            return State.SOLVED;
        }
        return failed().stream().allMatch(result -> result.todo().isPresent())
                ? State.OPEN
                : State.FAILING;
    }
}
