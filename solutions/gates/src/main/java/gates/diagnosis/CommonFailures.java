package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.verdict.StableMessage;

import java.util.List;
import java.util.stream.Stream;

/** What several runs of the same code have in common. */
final class CommonFailures {

    private CommonFailures() {}

    /** Returns the tests that failed in any of the runs, and what they said in all of them. */
    static List<KnownFailure> of(List<TestReport> reports) {
        return reports.stream()
                .flatMap(CommonFailures::failures)
                .map(TestResult::name)
                .distinct()
                .sorted()
                .map(test -> common(test, reports))
                .toList();
    }

    private static KnownFailure common(String test, List<TestReport> reports) {
        List<String> messages =
                reports.stream()
                        .flatMap(report ->
                                failures(report)
                                        .filter(result -> result.name().equals(test))
                                        .limit(1))
                        .map(StableMessage::of)
                        .toList();
        boolean sometimes = reports.stream().anyMatch(report -> report.named(test).isEmpty());
        return KnownFailure.of(test, messages, sometimes);
    }

    /** A test that was not run to its end says nothing. */
    private static Stream<TestResult> failures(TestReport report) {
        return report.failures().filter(result -> !(result.outcome() instanceof Outcome.Skipped));
    }
}
