package kata.hunt;

import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.worker.Verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hunter's tests on one solution.
 *
 * @param results how the tests ended; none if that cannot be told
 * @param problem why it cannot be told
 */
public record Trial(Contender contender, List<TestResult> results, Optional<String> problem) {

    private static final String LIMIT =
            "still running when the hunt stopped it: give the test a time limit of its own, such"
                    + " as @Timeout(2)";

    /** What a test throws that needs what this solution does not have. */
    private static final Set<String> UNFIT =
            Set.of(
                    "AbstractMethodError",
                    "IllegalAccessError",
                    "IncompatibleClassChangeError",
                    "NoClassDefFoundError",
                    "NoSuchFieldError",
                    "NoSuchMethodError");

    /** Takes what has become of the solution. */
    public static Trial of(Contender contender, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Tested(TestReport report) ->
                    new Trial(contender, report.results(), Optional.empty());
            case Verdict.DoesNotCompile _ -> impossible(contender, "it does not compile");
            case Verdict.ProgramEnded _ -> impossible(contender, "it ended the whole program");
            case Verdict.Killed _ -> impossible(contender, "it was ended from outside, twice");
            case Verdict.OutOfMemory _ -> impossible(contender, "it filled the memory");
            case Verdict.Unresponsive _ -> impossible(contender, LIMIT);
        };
    }

    /** Takes a solution of which nothing can be told. */
    public static Trial impossible(Contender contender, String problem) {
        return new Trial(contender, List.of(), Optional.of(problem));
    }

    /** Tells whether a test has seen that something is wrong. */
    boolean isCaughtBy(TestResult test) {
        return switch (test.outcome()) {
            case Outcome.Failed(var failure) -> !UNFIT.contains(failure.type());
            case Outcome.TimedOut _ -> !test.isCut();
            case Outcome.SetUpFailed _, Outcome.Passed _, Outcome.Skipped _ -> false;
        };
    }

    /** Says why a test that did not pass may not have seen anything. */
    String told(TestResult test) {
        if (test.isCut()) {
            return LIMIT;
        }
        return test.failure()
                .filter(failure -> UNFIT.contains(failure.type()))
                .map(failure ->
                        "the test uses what this solution does not have (%s): use only what the"
                                        .formatted(failure.message())
                                + " lesson names")
                .orElseGet(test::verdict);
    }
}
