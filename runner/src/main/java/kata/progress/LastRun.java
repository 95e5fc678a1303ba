package kata.progress;

import kata.test.TestReport;
import kata.test.TestResult;
import kata.worker.Verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is remembered of a run of a stage's tests. If no test passed and none failed, the code did
 * not compile, or the run did not come to its end.
 *
 * @param code the fingerprint of the code and the tests
 * @param solved whether every test held, and was as the kata has it
 * @param at when the run ended, to the second
 * @param openTasks the numbers of the tasks of which a test failed, in order
 */
record LastRun(
        String code, boolean solved, Instant at, int passed, int failed, List<Integer> openTasks) {

    /**
     * Returns what to remember of a run of this code that ended just now.
     *
     * @param before the tasks that were open before: without results they still are
     */
    static LastRun of(String code, Verdict verdict, List<Integer> before) {
        List<TestResult> results =
                verdict instanceof Verdict.Tested(TestReport report) ? report.results() : List.of();
        List<TestResult> failures = results.stream().filter(result -> !result.passed()).toList();
        return new LastRun(
                code,
                verdict.passed(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                results.size() - failures.size(),
                failures.size(),
                results.isEmpty() ? before : tasks(failures));
    }

    private static List<Integer> tasks(List<TestResult> failures) {
        return failures.stream()
                .map(TestResult::lastTask)
                .filter(task -> task > 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** Tells whether the code compiled and its tests ran to their end. */
    boolean tested() {
        return passed + failed > 0;
    }
}
