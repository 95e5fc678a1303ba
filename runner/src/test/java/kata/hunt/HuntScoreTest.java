package kata.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import kata.compile.StageCode;
import kata.hunt.HuntScore.MistakeStanding;
import kata.hunt.HuntScore.TestStanding;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.worker.Verdict;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class HuntScoreTest {

    private static final Outcome PASSED = new Outcome.Passed();
    private static final Outcome FAILED = failed("AssertionFailedError", "expected: 1 but was: 2");

    private static final Contender REFERENCE = contender("the reference", Optional.empty());
    private static final Contender ALSO_RIGHT = contender("another idiom", Optional.empty());
    private static final Contender WRONG =
            contender(
                    "forgets",
                    Optional.of(
                            new Mistake(
                                    1,
                                    new WrongSolution(
                                            "forgets",
                                            Path.of(""),
                                            "It forgets",
                                            List.of(),
                                            "",
                                            false,
                                            List.of()),
                                    Difficulty.HARD)));

    @Test
    void a_test_catches_that_passes_on_what_is_right_and_fails_on_what_is_wrong() {
        HuntScore score = score(PASSED, PASSED, FAILED);
        assertThat(score.tests()).allMatch(TestStanding::counts);
        assertThat(score.mistakes()).singleElement().matches(MistakeStanding::isCaught);
    }

    @Test
    void a_test_that_is_too_strict_for_a_right_solution_catches_nothing() {
        HuntScore score = score(PASSED, FAILED, FAILED);
        assertThat(score.tests())
                .extracting(TestStanding::objection)
                .containsExactly(Optional.of("on another idiom: expected: 1 but was: 2"));
        assertThat(score.caught()).isEmpty();
    }

    @Test
    void a_test_that_passes_on_the_reference_only_now_and_then_catches_nothing() {
        HuntScore score =
                HuntScore.of(
                        List.of(
                                trial(REFERENCE, PASSED),
                                trial(WRONG, FAILED),
                                trial(REFERENCE, FAILED)));
        assertThat(score.caught()).isEmpty();
    }

    @Test
    void a_time_limit_of_the_tests_own_catches() {
        Outcome timedOut = new Outcome.TimedOut("still waiting after 2 seconds", List.of(), false);
        assertThat(score(PASSED, PASSED, timedOut).caught()).hasSize(1);
    }

    @Test
    void a_test_that_has_to_be_stopped_catches_nothing_and_is_told_what_it_lacks() {
        Outcome stopped = new Outcome.TimedOut("still running after 10 s", List.of(), true);
        HuntScore score = HuntScore.of(List.of(trial(REFERENCE, PASSED), trial(WRONG, stopped)));
        assertThat(score.caught()).isEmpty();
        assertThat(remark(score)).contains("such as @Timeout(2)");
    }

    @Test
    void a_test_that_uses_what_a_solution_need_not_have_catches_nothing() {
        HuntScore score = score(PASSED, PASSED, failed("NoSuchMethodError", "'int Sum.of()'"));
        assertThat(score.caught()).isEmpty();
        assertThat(remark(score))
                .contains("uses what this solution does not have ('int Sum.of()')");
    }

    @Test
    void a_solution_that_ends_the_program_is_not_caught() {
        HuntScore score =
                HuntScore.of(
                        List.of(
                                trial(REFERENCE, PASSED),
                                Trial.of(WRONG, new Verdict.ProgramEnded(Optional.empty(), 1))));
        assertThat(score.caught()).isEmpty();
        assertThat(remark(score)).isEqualTo("it ended the whole program");
    }

    private static String remark(HuntScore score) {
        return score.mistakes().getFirst().remark().orElseThrow();
    }

    private static HuntScore score(Outcome reference, Outcome right, Outcome wrong) {
        return HuntScore.of(
                List.of(
                        trial(REFERENCE, reference),
                        trial(ALSO_RIGHT, right),
                        trial(WRONG, wrong)));
    }

    private static Trial trial(Contender contender, Outcome outcome) {
        var test = new TestResult("SumTest.it_adds", "it adds", Set.of(), false, outcome);
        return Trial.of(
                contender, new Verdict.Tested(TestReport.of(List.of(test), "", Duration.ZERO)));
    }

    private static Outcome failed(String type, String message) {
        return new Outcome.Failed(new Failure(type, true, message, Optional.empty(), List.of()));
    }

    private static Contender contender(String title, Optional<Mistake> mistake) {
        var stage =
                new Stage(
                        Path.of(""),
                        "part1/1-sum",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false);
        return new Contender(
                title, new StageCode(stage, title, List.of(), List.of(), Path.of("")), mistake);
    }
}
