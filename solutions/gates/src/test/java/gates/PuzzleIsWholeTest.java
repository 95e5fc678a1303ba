package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class PuzzleIsWholeTest {

    @TempDir Path root;

    @Test
    void pieces_that_make_the_reference_are_fine() {
        assertThat(new PuzzleIsWhole().inspect(Fixture.stage(root))).isEmpty();
    }

    @Test
    void a_solution_that_comes_apart_where_it_may_not_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.solutionSources().resolve("numbers/Numbers.java"),
                "return all.stream().reduce(0, Integer::sum);",
                "return \"\"\"\n a\n b\"\"\".length();");

        assertThat(new PuzzleIsWhole().inspect(stage))
                .first()
                .extracting(Finding::remedy)
                .asString()
                .startsWith("Write the solution so that");
    }

    @Test
    void a_puzzle_without_wrong_pieces_is_told() {
        Stage stage = Fixture.kata(root).stage("part1/2-average");

        assertThat(new PuzzleIsWhole().inspect(stage))
                .extracting(Finding::problem)
                .containsExactly("No wrong solution has other lines where a task is solved.");
    }
}
