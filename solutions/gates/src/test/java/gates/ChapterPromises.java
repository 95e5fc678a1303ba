package gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

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
 * What the kata promises of each stage of a chapter. Each chapter is a class of its own, so that
 * several are tested side by side, each in its own process.
 */
@TestInstance(PER_CLASS)
abstract class ChapterPromises {

    private static final Duration SESSION_LIMIT = Duration.ofSeconds(60);

    private static final List<Gate> OF_THE_FILES =
            List.of(
                    new UnchangedFilesAreIdentical(),
                    new LessonIsWhole(),
                    new HintsAreWhole(),
                    new RequirementsAreTested());

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
                    new WrongSolutionsDie(Integer.getInteger("times", 1)),
                    new RightSolutionsPass(),
                    new HuntIsFair(),
                    new PuzzleIsWhole(),
                    new SessionsComeOutAsPrinted(SESSION_LIMIT),
                    new ProblemIsSeenOnTheStarter(SESSION_LIMIT),
                    new SequencesAreTraced());

    private final String chapter;
    private final Set<Stage> withoutSolution = new HashSet<>();

    ChapterPromises(String chapter) {
        this.chapter = chapter;
    }

    String chapter() {
        return chapter;
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
                .filter(stage -> stage.path().startsWith(chapter + "/"))
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
