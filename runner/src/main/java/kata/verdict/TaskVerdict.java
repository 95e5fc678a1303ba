package kata.verdict;

import kata.compile.StageCode;
import kata.stage.Task;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a task is, as its tests have shown.
 *
 * @param number the task's number; 0 for what holds before any task is solved
 * @param title what is to be done
 * @param state how far it is
 * @param failed the tests that do not hold
 */
public record TaskVerdict(int number, String title, State state, List<FailedTest> failed) {

    /** How far a task is. */
    public enum State {
        /** All of its tests hold. */
        SOLVED,
        /** Its TODO stands. */
        OPEN,
        /** A test fails for another reason. */
        FAILING
    }

    /**
     * A test that does not hold.
     *
     * @param sentence what it says
     * @param lines why it does not hold
     */
    public record FailedTest(String sentence, List<String> lines) {}

    /**
     * Returns the tasks of a stage in order. What holds from the start comes before them, if it
     * does not hold.
     */
    public static List<TaskVerdict> of(StageCode code, TestReport report) {
        Stream<TaskVerdict> fromTheStart =
                Stream.of(of(new Task(0, "What holds from the start"), code, report))
                        .filter(verdict -> verdict.state != State.SOLVED);
        Stream<TaskVerdict> tasks =
                code.stage().tasks().stream().map(task -> of(task, code, report));
        return Stream.concat(fromTheStart, tasks).toList();
    }

    private static TaskVerdict of(Task task, StageCode code, TestReport report) {
        Comparator<TestResult> order = SourceOrder.of(code.tests());
        List<TestResult> failed =
                TestGroup.ofTask(task.number(), report).stream()
                        .filter(result -> !result.passed())
                        .sorted(order)
                        .toList();
        boolean isOpen = failed.stream().allMatch(result -> result.todo().isPresent());
        State state = failed.isEmpty() ? State.SOLVED : isOpen ? State.OPEN : State.FAILING;
        var text = new FailureText(code);
        return new TaskVerdict(
                task.number(),
                task.title(),
                state,
                failed.stream()
                        .map(result -> new FailedTest(result.sentence(), text.lines(result)))
                        .toList());
    }
}
