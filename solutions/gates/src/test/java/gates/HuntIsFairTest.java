package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HuntIsFairTest {

    private static final String STARTER = "hunt/numbers/NumbersHuntTest.java";

    @TempDir Path root;

    @Test
    void a_stage_without_a_hunt_is_fine() {
        assertThat(inspect(Fixture.stage(root))).isEmpty();
    }

    @Test
    void a_hunt_that_its_starter_does_not_win_is_fine() {
        assertThat(inspect(Fixture.stage(root, "with-a-hunt"))).isEmpty();
    }

    @Test
    void a_mistake_that_the_stages_own_tests_do_not_catch_is_told() {
        assertThat(inspect(Fixture.stage(root, "with-a-hunt", "surviving-wrong-solution")))
                .containsExactly(
                        new Finding(
                                "solutions/part1/1-numbers/src/wrong/forgets-the-first/wrong.yaml",
                                "No test of the stage catches 'The first number is left out' as a"
                                        + " hunter's test must.",
                                "Have a test fail on it by an assertion, or by a time limit of its"
                                        + " own."));
    }

    @Test
    void a_starter_that_catches_too_much_is_told() {
        Stage stage = Fixture.stage(root, "with-a-hunt");
        Fixture.replace(
                stage.folder().resolve(STARTER),
                "(List.of()).sum()).isZero()",
                "(List.of(1, 2)).sum()).isEqualTo(3)");

        assertThat(inspect(stage))
                .containsExactly(
                        new Finding(
                                "part1/1-numbers/hunt",
                                "The starter catches 1 of 3 mistakes.",
                                "Take from it what the hunter is to think of."));
    }

    @Test
    void a_starter_that_fails_on_the_reference_is_told() {
        Stage stage = Fixture.stage(root, "with-a-hunt");
        Fixture.replace(stage.folder().resolve(STARTER), "isZero()", "isOne()");

        assertThat(inspect(stage))
                .containsExactly(
                        new Finding(
                                "NumbersHuntTest.nothing_comes_to_nothing",
                                "It does not count in a hunt, as it fails on the reference:"
                                        + " expected: 1 but was: 0.",
                                "Correct the test of the starter."));
    }

    @Test
    void a_starter_that_does_not_compile_is_told_with_its_line() {
        Stage stage = Fixture.stage(root, "with-a-hunt");
        Fixture.replace(stage.folder().resolve(STARTER), "isZero()", "isZer()");

        assertThat(inspect(stage))
                .extracting(Finding::where)
                .containsExactly("part1/1-numbers/" + STARTER + ", line 12");
    }

    @Test
    void a_hunt_without_a_lesson_is_told() throws IOException {
        Stage stage = Fixture.stage(root, "with-a-hunt");
        Files.delete(stage.folder().resolve("hunt/README.md"));

        assertThat(inspect(stage))
                .extracting(Finding::problem)
                .containsExactly("The hunt has no lesson.");
    }

    private static List<Finding> inspect(Stage stage) {
        return new HuntIsFair().inspect(stage);
    }
}
