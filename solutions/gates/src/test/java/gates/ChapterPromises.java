package gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gates.diagnosis.FailuresAreOfTheseTests;
import gates.page.HintsAreWhole;
import gates.page.LessonIsWhole;
import gates.page.LessonKeepsTheSolution;
import gates.page.PredictionsAreWhole;
import gates.page.ProseIsShort;
import gates.page.RequirementsAreTested;
import gates.page.TermsAreExplained;
import gates.page.WordsAreTheTrades;
import gates.page.WordsOfTheCode;
import gates.sequence.SequencesAreTraced;
import gates.session.ProblemIsSeenOnTheStarter;
import gates.session.SessionsComeOutAsPrinted;

import kata.stage.Stage;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the kata promises of some stages of a chapter. They are held by several classes, so that
 * these are tested side by side, each in its own process; a long chapter has several of them.
 */
@TestInstance(PER_CLASS)
abstract class ChapterPromises {

    /** On a machine that does much else, a session that starts 100 000 servers takes a minute. */
    private static final Duration SESSION_LIMIT = Duration.ofMinutes(3);

    private static final int TIMES = Integer.getInteger("times", 1);

    private static final List<Gate> OF_THE_FILES =
            List.of(
                    new UnchangedFilesAreIdentical(),
                    new LessonIsWhole(),
                    new HintsAreWhole(),
                    new RequirementsAreTested(),
                    new FailuresAreOfTheseTests());

    private static final List<Gate> OF_THE_PROSE =
            List.of(
                    new ProseIsShort(),
                    new WordsAreTheTrades(),
                    new WordsOfTheCode(),
                    new TermsAreExplained(),
                    new PredictionsAreWhole(),
                    new LessonKeepsTheSolution());

    private static final Gate OF_THE_SOLUTION = new SolutionPasses();

    /** What they find means little unless the solution passes. */
    private static final List<Gate> OF_THE_TESTS =
            List.of(
                    new TasksFailOnTheStarter(),
                    new TasksAreSolvedOneByOne(),
                    new WrongSolutionsDie(TIMES),
                    new RightSolutionsPass(TIMES),
                    new HuntIsFair(),
                    new PuzzleIsWhole(),
                    new SessionsComeOutAsPrinted(SESSION_LIMIT),
                    new ProblemIsSeenOnTheStarter(SESSION_LIMIT),
                    new SequencesAreTraced());

    private final String chapter;
    private final int first;
    private final int last;
    private final Set<Stage> withoutSolution = new HashSet<>();

    /** The promises of the stages from one number to another, such as 6 to 8. */
    ChapterPromises(String chapter, int first, int last) {
        this.chapter = chapter;
        this.first = first;
        this.last = last;
    }

    boolean hold(Stage stage) {
        return stage.path().startsWith(chapter + "/")
                && number(stage) >= first
                && number(stage) <= last;
    }

    private static int number(Stage stage) {
        return Integer.parseInt(stage.name().substring(0, stage.name().indexOf('-')));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("promises")
    void promise(Stage stage, Gate gate) {
        assumeFalse(
                OF_THE_TESTS.contains(gate) && withoutSolution.contains(stage),
                "correct the solution first");
        List<Finding> findings = gate.inspect(stage);
        if (gate == OF_THE_SOLUTION && !findings.isEmpty()) {
            withoutSolution.add(stage);
        }
        assertThat(findings)
                .withFailMessage(() ->
                        "%s: %s%n%s".formatted(stage, gate.promise(), Repository.told(findings)))
                .isEmpty();
    }

    Stream<Arguments> promises() {
        return Repository.selectedStages().stream()
                .filter(this::hold)
                .flatMap(stage -> gates().map(gate -> promise(stage.path(), stage, gate)));
    }

    private static Stream<Gate> gates() {
        return Stream.of(OF_THE_FILES, OF_THE_PROSE, List.of(OF_THE_SOLUTION), OF_THE_TESTS)
                .flatMap(List::stream);
    }

    private static Arguments promise(String path, Stage stage, Gate gate) {
        return argumentSet("%s: %s".formatted(path, gate.promise()), stage, gate);
    }
}
