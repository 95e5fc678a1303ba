package gates;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.stage.Task;
import kata.starter.Derivation;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A learner's first run tells the tasks: each test of a task fails by its TODO, every other one
 * passes.
 */
public final class TasksFailOnTheStarter implements Gate {

    @Override
    public String promise() {
        return "on the starter every test of a task fails by its TODO, and every other one passes";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private static Stream<Finding> findings(Stage stage) {
        StageCode starter = StageCode.derived(stage, "starter", Derivation.of(stage).starter());
        return Inspection.run(
                starter,
                report ->
                        Stream.of(
                                        new ExpectedProgress(stage, 0).judge(report),
                                        untestedTasks(stage, report),
                                        unknownTasks(stage, report))
                                .flatMap(findings -> findings),
                "Fence whole statements of the solution, such that what stays compiles without"
                        + " them.");
    }

    private static Stream<Finding> untestedTasks(Stage stage, TestReport report) {
        Predicate<Task> isTested =
                task ->
                        report.results().stream()
                                .anyMatch(result -> result.tasks().contains(task.number()));
        return stage.tasks().stream()
                .filter(isTested.negate())
                .map(task ->
                        new Finding(
                                stage.path(),
                                "No test is tagged with task %d (%s)."
                                        .formatted(task.number(), task.title()),
                                "Write a test that fails until then, with @Tag(\"task-%d\")."
                                        .formatted(task.number())));
    }

    private static Stream<Finding> unknownTasks(Stage stage, TestReport report) {
        return report.results().stream()
                .filter(result ->
                        result.tasks().stream().anyMatch(number -> isUnknown(stage, number)))
                .map(result -> unknownTask(stage, result));
    }

    private static boolean isUnknown(Stage stage, int number) {
        return stage.tasks().stream().noneMatch(task -> task.number() == number);
    }

    private static Finding unknownTask(Stage stage, TestResult result) {
        return new Finding(
                result.name(),
                "It is tagged with the tasks %s, but stages.yaml gives %s only %d."
                        .formatted(result.tasks(), stage.path(), stage.tasks().size()),
                "Correct the tag, or add the task to stages.yaml.");
    }
}
