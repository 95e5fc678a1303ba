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
                                        .limit(1)
                                        .map(result -> message(report, result)))
                        .toList();
        boolean sometimes = reports.stream().anyMatch(report -> mayPass(report, test));
        return new KnownFailure(test, common(messages), sometimes);
    }

    private static String message(TestReport report, TestResult result) {
        return report.isCutByChance(result) ? "" : StableMessage.of(result);
    }

    private static boolean mayPass(TestReport report, String test) {
        List<TestResult> results = report.named(test);
        return results.isEmpty() || results.stream().anyMatch(report::isCutByChance);
    }

    /** Returns the words of messages up to the first that differs. */
    static String common(List<String> messages) {
        return messages.stream().reduce(CommonFailures::common).orElse("");
    }

    private static String common(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int length = 0;
        int shorter = Math.min(one.length(), other.length());
        while (length < shorter && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        int words = one.substring(0, length).lastIndexOf(' ');
        return words < 0 ? "" : one.substring(0, words) + KnownFailure.MORE;
    }

    /** A test that was not run to its end says nothing. */
    private static Stream<TestResult> failures(TestReport report) {
        return report.failures().filter(result -> !(result.outcome() instanceof Outcome.Skipped));
    }
}
