package gates.derive;

import gates.WrongSolutionRun;

import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tries the wrong solutions of a stage, and sees which tests fail on them. */
public final class FailureRecorder {

    private FailureRecorder() {}

    /**
     * Returns the names of the tests, by the wrong solution's; blocks until all have been tried.
     */
    public static SortedMap<String, List<String>> record(Stage stage) {
        SortedMap<String, List<String>> failures = new TreeMap<>();
        for (WrongSolution wrong : WrongSolutionYaml.readAll(stage)) {
            WrongSolutionRun.byAll(stage, wrong)
                    .report()
                    .ifPresent(report -> failures.put(wrong.name(), names(report)));
        }
        return failures;
    }

    private static List<String> names(TestReport report) {
        return report.failures().map(TestResult::name).distinct().sorted().toList();
    }
}
