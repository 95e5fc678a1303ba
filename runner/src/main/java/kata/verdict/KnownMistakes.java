package kata.verdict;

import kata.stage.FailuresYaml;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Recognises a mistake by the tests that fail: they are the same that fail on a wrong solution.
 * Tests that fail by the TODO of an open task do not count.
 */
public final class KnownMistakes {

    private final Set<String> failed;
    private final Set<String> waiting;

    private KnownMistakes(TestReport report) {
        this.waiting = names(report, result -> result.todo().isPresent());
        this.failed = names(report, result -> result.todo().isEmpty());
    }

    /** Returns the wrong solutions of a stage on which just these tests fail. */
    public static List<WrongSolution> of(Stage stage, TestReport report) {
        var seen = new KnownMistakes(report);
        if (seen.failed.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> failures = FailuresYaml.read(stage);
        return WrongSolutionYaml.readAll(stage).stream()
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
