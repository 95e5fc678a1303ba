package gates;

import kata.stage.Stage;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.test.Todo;

import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stage's tests must show to a learner on the way.
 *
 * @param stage the stage
 * @param solved the number of the last task that is solved; 0 on the starter
 */
record ExpectedProgress(Stage stage, int solved) {

    /** Returns the tests that show something else. */
    Stream<Finding> judge(TestReport report) {
        return report.results().stream()
                .flatMap(result ->
                        problem(result).map(problem -> finding(result, problem)).stream());
    }

    private Optional<String> problem(TestResult result) {
        return needed(result) <= solved ? ifItFails(result) : ifItDoesNotFailByItsTask(result);
    }

    /** Returns the last of the tasks that the test belongs to; 0 if it belongs to none. */
    private static int needed(TestResult result) {
        return result.tasks().isEmpty() ? 0 : Collections.max(result.tasks());
    }

    private Optional<String> ifItFails(TestResult result) {
        String reason =
                result.tasks().isEmpty()
                        ? "It carries no @Tag(\"task-n\"), so it must pass"
                        : "It needs no task behind task %d, so it must pass"
                                .formatted(needed(result));
        return result.passed()
                ? Optional.empty()
                : Optional.of("%s %s, but: %s".formatted(reason, when(), result.verdict()));
    }

    private Optional<String> ifItDoesNotFailByItsTask(TestResult result) {
        String expected =
                "It is tagged with task %d, so it must fail %s by a TODO from %d to %d"
                        .formatted(needed(result), when(), solved + 1, needed(result));
        return switch (result.outcome()) {
            case Outcome.Passed() -> Optional.of(expected + ", but it passes");
            case Outcome.Failed _ when failsByItsTask(result) -> Optional.empty();
            case Outcome.Failed _, Outcome.TimedOut _, Outcome.Skipped _, Outcome.SetUpFailed _ ->
                    Optional.of("%s, but: %s".formatted(expected, result.verdict()));
        };
    }

    private boolean failsByItsTask(TestResult result) {
        return result.todo()
                .map(Todo::number)
                .filter(number -> solved < number && number <= needed(result))
                .isPresent();
    }

    private String when() {
        return solved == 0 ? "on the starter" : "when tasks 1 to %d are solved".formatted(solved);
    }

    private Finding finding(TestResult result, String problem) {
        return new Finding(
                result.name(),
                problem,
                "Tag it in %s with the tasks that it needs, or have it need those it has."
                        .formatted(stage.root().relativize(stage.testSources())));
    }
}
