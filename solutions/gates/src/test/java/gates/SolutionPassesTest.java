package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SolutionPassesTest {

    @TempDir Path root;
    private final SolutionPasses gate = new SolutionPasses();

    @Test
    void a_solution_that_passes_is_fine() {
        assertThat(gate.inspect(Fixture.stage(root))).isEmpty();
    }

    @Test
    void a_broken_reference_is_told_by_its_test() {
        assertThat(gate.inspect(Fixture.stage(root, "broken-reference")))
                .hasSize(2)
                .contains(
                        new Finding(
                                "NumbersTest.no_numbers_come_to_nothing",
                                "It must pass on the solution of part1/1-numbers, but: expected: 0"
                                        + " but was: 1",
                                "Fix the solution in solutions/part1/1-numbers/src/main/java, or"
                                        + " the test if it asks for more than the lesson does."));
    }

    @Test
    void a_skipped_test_is_no_pass() {
        assertThat(gate.inspect(Fixture.stage(root, "mistagged-tests")))
                .extracting(Finding::problem)
                .contains(
                        "It must pass on the solution of part1/1-numbers, but: skipped: too hard");
    }

    @Test
    void a_reference_that_does_not_compile_is_told_with_its_line() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.solutionSources().resolve("numbers/Numbers.java"), "0, Int", "NIX, Int");

        assertThat(gate.inspect(stage))
                .containsExactly(
                        new Finding(
                                "solutions/part1/1-numbers/src/main/java/numbers/Numbers.java, line"
                                        + " 17",
                                "This code of part1/1-numbers must compile together with its tests,"
                                        + " but the compiler says: cannot find symbol.",
                                "Fix the solution, or the test that it does not compile with."));
    }
}
