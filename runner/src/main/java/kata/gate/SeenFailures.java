package kata.gate;

import kata.model.Stage;
import kata.model.WrongSolution;
import kata.model.WrongSolutionFile;
import kata.run.TestReport;
import kata.run.TestResult;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tries the wrong solutions of a stage, and sees which tests fail on them. */
public final class SeenFailures {

    private SeenFailures() {}

    /**
     * Returns the names of the tests, by the wrong solution's; blocks until all have been tried.
     */
    public static SortedMap<String, List<String>> of(Stage stage) {
        SortedMap<String, List<String>> failures = new TreeMap<>();
        for (WrongSolution wrong : WrongSolutionFile.readAll(stage)) {
            Trial.byAll(stage, wrong)
                    .report()
                    .ifPresent(report -> failures.put(wrong.name(), names(report)));
        }
        return failures;
    }

    private static List<String> names(TestReport report) {
        return report.failures().map(TestResult::name).distinct().sorted().toList();
    }
}
