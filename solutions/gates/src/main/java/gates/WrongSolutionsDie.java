package gates;

import gates.page.Lesson;

import kata.compile.StageCode;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.TestResult;
import kata.test.TestRun;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes that learners make are caught, each by the test that is named for it. */
public final class WrongSolutionsDie implements Gate {

    private static final int FEWEST = 3;

    /** How often tests are run at most that a busy machine keeps from ending in time. */
    private static final int CHANCES = 3;

    private final int times;

    /** Tries each wrong solution once. */
    public WrongSolutionsDie() {
        this(1);
    }

    /**
     * Tries each wrong solution several times, since one that a test catches now and then is not
     * caught.
     *
     * @param times how often, at least once
     */
    public WrongSolutionsDie(int times) {
        this.times = times;
    }

    @Override
    public String promise() {
        return "every wrong solution dies by the test named for it";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> findings(stage));
    }

    private Stream<Finding> findings(Stage stage) {
        List<WrongSolution> all = WrongSolution.readAll(stage);
        List<String> rules = rules(stage);
        return Stream.of(
                        tooFew(stage, all),
                        all.stream().flatMap(wrong -> deadReference(stage, wrong)),
                        all.stream().flatMap(wrong -> survivals(stage, wrong, rules)),
                        unprovenRules(stage, all, rules))
                .flatMap(findings -> findings);
    }

    /** Returns what keeps a wrong solution from being caught each time; the same is told once. */
    private Stream<Finding> survivals(Stage stage, WrongSolution wrong, List<String> rules) {
        return Stream.generate(() -> run(stage, wrong, rules))
                .limit(times)
                .flatMap(WrongSolutionRun::findings)
                .distinct();
    }

    /** A test that runs out of time may not have come to what it was to see: it is run again. */
    private static WrongSolutionRun run(Stage stage, WrongSolution wrong, List<String> rules) {
        WrongSolutionRun run = WrongSolutionRun.byNamed(stage, wrong, rules);
        for (int chance = 2; chance <= CHANCES && run.hasTimedOut(); chance++) {
            run = WrongSolutionRun.byNamed(stage, wrong, rules);
        }
        return run;
    }

    /** The gate for the solution has run them. */
    private static List<String> rules(Stage stage) {
        return TestedCode.known(StageCode.solution(stage), TestRun::of).report().stream()
                .flatMap(report -> report.results().stream())
                .filter(TestResult::isRule)
                .map(TestResult::name)
                .toList();
    }

    private static Stream<Finding> tooFew(Stage stage, List<WrongSolution> all) {
        Path folder = stage.root().relativize(stage.wrongSolutions());
        return all.size() >= FEWEST
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                folder.toString(),
                                "There must be at least %d wrong solutions, but there are %d."
                                        .formatted(FEWEST, all.size()),
                                "Add the mistakes that learners really make, and the article's"
                                        + " own."));
    }

    private Stream<Finding> deadReference(Stage stage, WrongSolution wrong) {
        return Lesson.read(stage.lesson()).hasAnchor(wrong.reread())
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                described(stage, wrong),
                                "It sends the learner to '%s', but the lesson has no such heading."
                                        .formatted(wrong.reread()),
                                "Name the anchor of a heading of %s."
                                        .formatted(stage.root().relativize(stage.lesson()))));
    }

    private static Stream<Finding> unprovenRules(
            Stage stage, List<WrongSolution> all, List<String> rules) {
        return rules.stream()
                .filter(rule -> all.stream().noneMatch(wrong -> wrong.caughtBy().contains(rule)))
                .filter(rule -> !ProvenRules.test(stage, rule))
                .map(rule ->
                        new Finding(
                                rule,
                                "No wrong solution of %s proves that this layering rule can fail."
                                        .formatted(stage.path()),
                                "Add a wrong solution that breaks the rule and nothing else."));
    }

    static String described(Stage stage, WrongSolution wrong) {
        return stage.root()
                .relativize(wrong.folder().resolve(WrongSolution.DESCRIPTION))
                .toString()
                .replace('\\', '/');
    }
}
