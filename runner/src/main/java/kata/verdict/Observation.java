package kata.verdict;

import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a run tells about mistakes.
 *
 * @param failed what each test says that failed
 * @param silent the tests that say nothing of the code: those that wait for their task, and those
 *     that were not run to their end
 */
record Observation(Map<String, String> failed, Set<String> silent) {

    /** Takes it from the report of a run. */
    static Observation of(TestReport report) {
        Map<String, String> failed = new HashMap<>();
        Set<String> silent = new HashSet<>();
        report.failures()
                .forEach(result -> {
                    if (isSilent(result) || report.isCutByChance(result)) {
                        silent.add(result.name());
                    } else {
                        failed.putIfAbsent(result.name(), StableMessage.of(result));
                    }
                });
        return new Observation(failed, silent);
    }

    private static boolean isSilent(TestResult result) {
        return result.todo().isPresent() || result.outcome() instanceof Outcome.Skipped;
    }
}
