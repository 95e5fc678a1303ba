package gates;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.test.TestRun;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A wrong solution before the stage's tests.
 *
 * @param stage the stage
 * @param wrong the wrong solution
 * @param code the solution with the wrong files in place of its own
 * @param compilation what the compiler made of it
 * @param report what the tests have shown; none if it does not compile
 */
public record WrongSolutionRun(
        Stage stage,
        WrongSolution wrong,
        StageCode code,
        Compilation compilation,
        Optional<TestReport> report) {

    /** Compiles the wrong solution and runs all tests on it. Blocks until they have ended. */
    public static WrongSolutionRun byAll(Stage stage, WrongSolution wrong) {
        return of(stage, wrong, TestRun::of);
    }

    /**
     * Compiles the wrong solution and runs on it the tests that must catch it. Where that is a
     * layering rule it runs all, for nothing else may fail then. Blocks until they have ended.
     *
     * @param rules the names of the stage's layering rules
     */
    static WrongSolutionRun byNamed(Stage stage, WrongSolution wrong, List<String> rules) {
        return rules.stream().anyMatch(wrong.caughtBy()::contains)
                ? byAll(stage, wrong)
                : of(stage, wrong, code -> NamedTests.run(code, wrong.caughtBy()));
    }

    private static WrongSolutionRun of(
            Stage stage, WrongSolution wrong, Function<Compilation, TestReport> tests) {
        StageCode code = StageCode.wrong(stage, wrong);
        TestedCode tested = TestedCode.of(code, tests);
        return new WrongSolutionRun(stage, wrong, code, tested.compilation(), tested.report());
    }

    /** Returns what keeps the wrong solution from being caught as it should. */
    Stream<Finding> findings() {
        return Stream.of(needlessFiles(), refusals(), report.stream().flatMap(this::judge))
                .flatMap(findings -> findings);
    }

    /** Tells whether a test ran out of time, though the mistake is not one that never answers. */
    boolean hasTimedOut() {
        return report.stream().flatMap(TestReport::failures).anyMatch(this::hasTimedOut);
    }

    private boolean hasTimedOut(TestResult result) {
        return result.outcome() instanceof Outcome.TimedOut && !wrong.mayTimeOut();
    }

    private Stream<Finding> needlessFiles() {
        return Inspection.needlessFiles(
                stage, wrong.sources(), WrongSolutionsDie.described(stage, wrong));
    }

    private Stream<Finding> refusals() {
        return compilation.errors().stream()
                .map(error ->
                        Inspection.refused(
                                code,
                                error,
                                "Correct the wrong solution: it must be wrong and compile."));
    }

    private Stream<Finding> judge(TestReport shown) {
        return wrong.caughtBy().stream()
                .flatMap(test ->
                        Stream.concat(
                                survival(test, shown).stream(), moreThanTheRule(test, shown)));
    }

    private Optional<Finding> survival(String test, TestReport shown) {
        List<TestResult> results = shown.named(test);
        if (results.isEmpty()) {
            return Optional.of(
                    finding(
                            "It is to be caught by %s, but %s has no such test."
                                    .formatted(test, stage.path()),
                            "Correct the name after `caught-by`: class and method, or field."));
        }
        if (results.stream().allMatch(TestResult::passed)) {
            return Optional.of(
                    finding(
                            "The wrong solution '%s' passes %s, the test that must catch it."
                                    .formatted(wrong.title(), test),
                            "Sharpen the test until it fails, or name the test that catches it"
                                    + " after `caught-by`."));
        }
        return results.stream()
                .filter(Predicate.not(TestResult::passed))
                .filter(this::isCaughtBadly)
                .findFirst()
                .map(this::caughtBadly);
    }

    private boolean isCaughtBadly(TestResult result) {
        return switch (result.outcome()) {
            case Outcome.Passed _, Outcome.Failed _ -> false;
            case Outcome.TimedOut _ -> hasTimedOut(result);
            case Outcome.Skipped _, Outcome.SetUpFailed _ -> true;
        };
    }

    private Finding caughtBadly(TestResult result) {
        return finding(
                "%s must catch it by an assertion or an exception, but: %s."
                        .formatted(result.name(), result.verdict()),
                "Have the test see the mistake; if nothing can answer, set `may-time-out: true`.");
    }

    /** What breaks a layering rule must work: else the rule may not be what catches it. */
    private Stream<Finding> moreThanTheRule(String test, TestReport shown) {
        boolean isRule = shown.named(test).stream().anyMatch(TestResult::isRule);
        return shown.failures()
                .filter(other -> isRule && !other.name().equals(test))
                .map(other ->
                        finding(
                                "It must break the rule %s and nothing else, but %s fails too: %s."
                                        .formatted(test, other.name(), other.verdict()),
                                "Have it do everything right except for the rule."));
    }

    private Finding finding(String problem, String remedy) {
        return new Finding(WrongSolutionsDie.described(stage, wrong), problem, remedy);
    }
}
