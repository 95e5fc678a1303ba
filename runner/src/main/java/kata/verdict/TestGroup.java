package kata.verdict;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.stage.Task;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tests that belong to a task, or to none.
 *
 * @param title what they show
 * @param results how they ended
 */
record TestGroup(String title, List<TestResult> results) {

    private static final String NO_TASK = "What holds from the start";

    /** Tells whether these are the tests that belong to no task. */
    boolean hasNoTask() {
        return title.equals(NO_TASK);
    }

    /** Returns the groups of a stage that have tests, in the order of the tasks. */
    static List<TestGroup> of(StageCode code, TestReport report) {
        Stage stage = code.stage();
        Comparator<TestResult> order = SourceOrder.of(code.tests());
        Stream<TestGroup> fromTheStart = Stream.of(new TestGroup(NO_TASK, ofTask(0, report)));
        Stream<TestGroup> tasks = stage.tasks().stream().map(task -> of(task, report));
        return Stream.concat(fromTheStart, tasks)
                .filter(group -> !group.results.isEmpty())
                .map(group ->
                        new TestGroup(group.title, group.results.stream().sorted(order).toList()))
                .toList();
    }

    private static TestGroup of(Task task, TestReport report) {
        return new TestGroup(
                "Task %d: %s".formatted(task.number(), task.title()),
                ofTask(task.number(), report));
    }

    // A test that belongs to several tasks passes only once the last of them is solved.
    static List<TestResult> ofTask(int number, TestReport report) {
        return report.results().stream().filter(result -> lastTask(result) == number).toList();
    }

    private static int lastTask(TestResult result) {
        return result.tasks().isEmpty() ? 0 : Collections.max(result.tasks());
    }
}
