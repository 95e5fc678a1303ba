package gates.derive;

import gates.WrongSolutionRun;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.verdict.StableMessage;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries the wrong solutions of a stage twice, and sees which tests fail on them, and what they say
 * both times.
 */
public final class FailureRecorder {

    private FailureRecorder() {}

    /** Returns the failures by the wrong solution's name; blocks until all have been tried. */
    public static SortedMap<String, List<KnownFailure>> record(Stage stage) {
        SortedMap<String, List<KnownFailure>> failures = new TreeMap<>();
        for (WrongSolution wrong : WrongSolutionYaml.readAll(stage)) {
            WrongSolutionRun run = WrongSolutionRun.byAll(stage, wrong);
            run.report()
                    .ifPresent(report -> {
                        TestReport again =
                                WrongSolutionRun.byAll(stage, wrong).report().orElseThrow();
                        failures.put(wrong.name(), common(messages(report), messages(again)));
                    });
        }
        return failures;
    }

    private static List<KnownFailure> common(Map<String, String> one, Map<String, String> other) {
        var tests = new TreeSet<>(one.keySet());
        tests.addAll(other.keySet());
        return tests.stream()
                .map(test -> {
                    boolean sometimes = !one.containsKey(test) || !other.containsKey(test);
                    boolean isStable = sometimes || one.get(test).equals(other.get(test));
                    String says = one.getOrDefault(test, other.get(test));
                    return new KnownFailure(test, isStable ? says : "", sometimes);
                })
                .toList();
    }

    private static Map<String, String> messages(TestReport report) {
        return report.failures()
                .collect(
                        Collectors.toMap(TestResult::name, StableMessage::of, (first, _) -> first));
    }
}
