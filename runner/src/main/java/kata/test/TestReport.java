package kata.test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run of a stage's tests has shown.
 *
 * @param results the tests, in the order of their discovery
 * @param output what code and tests printed, cut if it is long
 * @param duration how long discovery and run took
 */
public record TestReport(List<TestResult> results, String output, Duration duration) {

    /** Tells whether every test held. */
    public boolean passed() {
        return failures().findAny().isEmpty();
    }

    /** Returns the tests that did not hold, skipped ones among them. */
    public Stream<TestResult> failures() {
        return results.stream().filter(result -> !result.passed());
    }

    /** Returns the results of a test, of which a parameterised one has several. */
    public List<TestResult> named(String name) {
        return results.stream().filter(result -> result.name().equals(name)).toList();
    }
}
