package kata.gate;

import kata.model.FailureFile;
import kata.model.Stage;
import kata.model.WrongSolution;
import kata.model.WrongSolutionFile;
import kata.run.TestReport;
import kata.run.TestResult;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Recognises a mistake: the tests that fail are those that fail on a wrong solution. Tests that
 * wait for a task that has not been begun say nothing, and do not count.
 */
public final class Resemblance {

    private final Set<String> failed;
    private final Set<String> waiting;

    private Resemblance(TestReport report) {
        this.waiting = names(report, result -> result.todo().isPresent());
        this.failed = names(report, result -> result.todo().isEmpty());
    }

    /** Returns the wrong solutions of a stage on which just these tests fail. */
    public static List<WrongSolution> of(Stage stage, TestReport report) {
        var seen = new Resemblance(report);
        if (seen.failed.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> failures = FailureFile.read(stage);
        return WrongSolutionFile.readAll(stage).stream()
                .filter(wrong -> seen.isThatOf(failures.getOrDefault(wrong.name(), List.of())))
                .toList();
    }

    private boolean isThatOf(List<String> failures) {
        Set<String> expected = new HashSet<>(failures);
        expected.removeAll(waiting);
        return failed.equals(expected);
    }

    private static Set<String> names(TestReport report, Predicate<TestResult> which) {
        return report.failures().filter(which).map(TestResult::name).collect(Collectors.toSet());
    }
}
