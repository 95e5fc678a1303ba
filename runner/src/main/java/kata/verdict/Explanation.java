package kata.verdict;

import kata.stage.KnownFailure;
import kata.stage.WrongSolution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a mistake explains the failures of a run.
 *
 * @param isPossible whether each test failed that always fails on it
 * @param explained the tests that failed and say what they say on it
 * @param failing all the tests that failed, and may fail on it, whatever they say
 * @param varies whether the tests fail on it in one way now, and in another then
 */
record Explanation(
        WrongSolution mistake,
        boolean isPossible,
        Set<String> explained,
        Set<String> failing,
        Set<String> all,
        boolean varies) {

    /** Compares what is known of a mistake with a run. */
    static Explanation of(WrongSolution mistake, List<KnownFailure> known, Observation seen) {
        List<KnownFailure> telling =
                known.stream().filter(failure -> !seen.silent().contains(failure.test())).toList();
        List<KnownFailure> failing =
                telling.stream()
                        .filter(failure -> seen.failed().containsKey(failure.test()))
                        .toList();
        List<KnownFailure> explained =
                failing.stream()
                        .filter(failure -> failure.fits(seen.failed().get(failure.test())))
                        .toList();
        return new Explanation(
                mistake,
                telling.stream()
                        .allMatch(failure -> failure.sometimes() || failing.contains(failure)),
                tests(explained),
                tests(failing),
                seen.failed().keySet(),
                known.stream().anyMatch(KnownFailure::varies));
    }

    private static Set<String> tests(List<KnownFailure> failures) {
        return failures.stream().map(KnownFailure::test).collect(Collectors.toSet());
    }

    /** Tells whether nothing is left to be explained. */
    boolean isWhole() {
        return isPossible && explained.equals(all);
    }

    /** Tells whether the failures might come from it, in a way that no recorded run has shown. */
    boolean isRival() {
        return varies && isPossible && failing.equals(all);
    }

    /**
     * A mistake on which all of the tests fail needs no second one: it only says something else
     * this time. What varies may fail once more by itself.
     */
    boolean mayBeOneOfTwo() {
        return isPossible && !varies && !failing.equals(all);
    }

    /** Tells whether the two leave nothing to be explained. */
    boolean isWholeWith(Explanation other) {
        return all.stream()
                .allMatch(test -> explained.contains(test) || other.explained.contains(test));
    }
}
