package kata.test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run of a stage's tests has shown.
 *
 * <p>Tests that are missing or were edited prove nothing, so they are part of it.
 *
 * @param results the tests, in the order in which they stand in their files
 * @param output what code and tests printed, cut if it is long
 * @param changedTests what is not as the kata has it, a sentence for each file
 */
public record TestReport(
        List<TestResult> results, String output, Duration duration, List<String> changedTests) {

    /** Tells of tests that are as the kata has them. */
    public static TestReport of(List<TestResult> results, String output, Duration duration) {
        return new TestReport(results, output, duration, List.of());
    }

    /** Returns the same, of tests of which these are not as the kata has them. */
    public TestReport withChangedTests(List<String> changed) {
        return new TestReport(results, output, duration, changed);
    }

    /** Tells whether every test held, and is as the kata has it. */
    public boolean passed() {
        return failures().findAny().isEmpty() && changedTests.isEmpty();
    }

    /** Returns the tests that did not hold, skipped ones among them. */
    public Stream<TestResult> failures() {
        return results.stream().filter(result -> !result.passed());
    }

    /**
     * Tells whether a test was cut off by the limit of the whole run, while others had failed by
     * themselves: which one that happens to depends on the machine.
     */
    public boolean isCutByChance(TestResult result) {
        return result.isCut() && failures().anyMatch(TestResult::failedByItself);
    }

    /** Returns the results of a test, of which a parameterised one has several. */
    public List<TestResult> named(String name) {
        return results.stream().filter(result -> result.name().equals(name)).toList();
    }

    /** Returns how many tests held, and how long they took. */
    public String summary() {
        return "%d of %d tests passed in %d.%d s"
                .formatted(
                        results.stream().filter(TestResult::passed).count(),
                        results.size(),
                        duration.toSeconds(),
                        duration.toMillisPart() / 100);
    }
}
