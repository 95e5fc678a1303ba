package kata.hunt;

import kata.test.TestResult;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a hunter's tests are worth: a test counts if it passes on every solution that is right, and
 * a mistake is caught if a test that counts fails on it.
 *
 * @param tests the hunter's tests, in the order in which they ran
 * @param mistakes the mistakes, the easy ones first
 */
public record HuntScore(List<TestStanding> tests, List<MistakeStanding> mistakes) {

    /**
     * Whether a test of the hunter's counts.
     *
     * @param name class and method
     * @param sentence what it says, for people
     * @param objection why it does not count: it fails on a solution that is right
     */
    public record TestStanding(String name, String sentence, Optional<String> objection) {

        /** Tells whether it counts. */
        public boolean counts() {
            return objection.isEmpty();
        }
    }

    /**
     * Whether a mistake is caught.
     *
     * @param catchers what the tests say that have caught it; none if it is still hidden
     * @param remark why a test that failed on it has not caught it
     */
    public record MistakeStanding(Mistake mistake, List<String> catchers, Optional<String> remark) {

        /** Tells whether it is caught. */
        public boolean isCaught() {
            return !catchers.isEmpty();
        }
    }

    /** Compares trials; those of right solutions decide which tests count. */
    public static HuntScore of(List<Trial> trials) {
        List<TestStanding> tests = standings(trials);
        Set<String> counting =
                tests.stream()
                        .filter(TestStanding::counts)
                        .map(TestStanding::name)
                        .collect(Collectors.toSet());
        return new HuntScore(
                tests,
                trials.stream()
                        .filter(trial -> trial.contender().mistake().isPresent())
                        .map(trial -> standing(trial, counting))
                        .toList());
    }

    /** Returns the mistakes that are caught, be they of the code or of a rule. */
    public List<Mistake> caught() {
        return mistakes.stream()
                .filter(MistakeStanding::isCaught)
                .map(MistakeStanding::mistake)
                .toList();
    }

    /** Tells whether every mistake is caught that a test can see. */
    boolean isWon() {
        return !mistakes.isEmpty()
                && mistakes.stream().allMatch(one -> one.isCaught() || one.mistake().isOfRule());
    }

    /** Tells whether there is a test that counts. */
    boolean isPlayable() {
        return tests.stream().anyMatch(TestStanding::counts);
    }

    private static List<TestStanding> standings(List<Trial> trials) {
        List<Trial> right =
                trials.stream().filter(trial -> trial.contender().mistake().isEmpty()).toList();
        Map<String, TestStanding> standings = new LinkedHashMap<>();
        right.stream()
                .flatMap(trial -> trial.results().stream())
                .forEach(test ->
                        standings.putIfAbsent(
                                test.name(),
                                new TestStanding(
                                        test.name(),
                                        test.sentence(),
                                        objection(test.name(), right))));
        return List.copyOf(standings.values());
    }

    private static Optional<String> objection(String name, List<Trial> right) {
        return right.stream().flatMap(trial -> objection(name, trial)).findFirst();
    }

    private static Stream<String> objection(String name, Trial right) {
        Stream<String> failures =
                right.results().stream()
                        .filter(test -> test.name().equals(name) && !test.passed())
                        .map(right::told);
        return Stream.concat(right.problem().stream(), failures)
                .map(why -> "on %s: %s".formatted(right.contender().title(), why));
    }

    private static MistakeStanding standing(Trial trial, Collection<String> counting) {
        List<TestResult> failed =
                trial.results().stream()
                        .filter(test -> counting.contains(test.name()) && !test.passed())
                        .toList();
        List<String> catchers =
                failed.stream().filter(trial::isCaughtBy).map(TestResult::sentence).toList();
        return new MistakeStanding(
                trial.contender().mistake().orElseThrow(),
                catchers,
                trial.problem()
                        .or(() -> failed.stream().map(trial::told).findFirst())
                        .filter(_ -> catchers.isEmpty()));
    }
}
