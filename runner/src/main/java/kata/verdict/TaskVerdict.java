package kata.verdict;

import kata.compile.StageCode;
import kata.test.TestReport;

import java.util.List;

/**
 * How far a task is, as its tests have shown.
 *
 * @param number the task's number; 0 for what holds before any task is solved
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

    /** A test that does not hold. */
    public record FailedTest(String sentence, List<String> lines) {}

    /**
     * Returns the tasks of a stage in order. What holds from the start comes before them, if it
     * does not hold.
     */
    public static List<TaskVerdict> of(StageCode code, TestReport report) {
        var text = new FailureText(code);
        return TestGroup.of(code.stage(), report).stream()
                .filter(group -> !group.hasNoTask() || group.state() != State.SOLVED)
                .map(group -> of(group, text))
                .toList();
    }

    private static TaskVerdict of(TestGroup group, FailureText text) {
        return new TaskVerdict(
                group.task().number(),
                group.task().title(),
                group.state(),
                group.failed().stream()
                        .map(result -> new FailedTest(result.sentence(), text.lines(result)))
                        .toList());
    }
}
