package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.RightSolution;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RightSolutionsPassTest {

    private static final String DESCRIBED =
            "solutions/part1/1-numbers/src/right/adds-in-a-loop/right.yaml";

    @TempDir Path root;

    @Test
    void right_solutions_that_pass_are_fine() {
        assertThat(new RightSolutionsPass().inspect(Fixture.stage(root))).isEmpty();
    }

    @Test
    void a_stage_without_one_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Path kept = RightSolution.folderOf(stage);
        Files.move(kept, kept.resolveSibling("elsewhere"));

        assertThat(new RightSolutionsPass().inspect(stage))
                .containsExactly(
                        new Finding(
                                "solutions/part1/1-numbers/src/right",
                                "There must be at least one right solution that is not the"
                                        + " reference.",
                                "Solve the stage in another idiom, and keep the files that"
                                        + " differ."));
    }

    @Test
    void a_transfer_stage_needs_two_other_designs() {
        Fixture.stage(root);
        Fixture.replace(root.resolve(StagesYaml.NAME), "fresh: true", "transfer: true");

        assertThat(new RightSolutionsPass().inspect(StagesYaml.read(root).stage("part1/1-numbers")))
                .extracting(Finding::problem)
                .containsExactly(
                        "A transfer stage needs at least two right solutions that are not the"
                                + " reference.");
    }

    @Test
    void a_test_that_refuses_it_is_told_by_its_name() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(changed(stage), "int sum = 0", "int sum = 1");

        assertThat(new RightSolutionsPass().inspect(stage))
                .contains(
                        new Finding(
                                DESCRIBED,
                                "It must pass NumbersTest.no_numbers_come_to_nothing, but:"
                                        + " expected: 0 but was: 1",
                                "Have the test ask for what the lesson promises and no more, or"
                                        + " correct the solution if it is wrong."));
    }

    @Test
    void one_that_is_refused_the_second_time_only_is_told_if_it_is_tried_again() {
        Stage stage = Fixture.stage(root);
        String mark = root.resolve("tried").toString().replace('\\', '/');
        String begin =
                "List<Integer> all) { static final int BEGIN = new java.io.File(\"%s\").mkdir() ? 0 : 1;"
                        .formatted(mark);
        Fixture.replace(changed(stage), "List<Integer> all) {", begin);
        Fixture.replace(changed(stage), "int sum = 0", "int sum = BEGIN");

        assertThat(new RightSolutionsPass(2).inspect(stage))
                .extracting(Finding::where)
                .contains(DESCRIBED);
    }

    @Test
    void one_that_does_not_compile_is_told_with_its_line() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(changed(stage), "int sum = 0", "int sum = NIX");

        assertThat(new RightSolutionsPass().inspect(stage))
                .singleElement()
                .extracting(Finding::where)
                .asString()
                .startsWith("solutions/part1/1-numbers/src/right/adds-in-a-loop/numbers/Numbers");
    }

    @Test
    void one_that_is_the_reference_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.copy(
                stage.solutionSources().resolve("numbers/Printer.java"),
                changed(stage).resolveSibling("Printer.java"));

        assertThat(new RightSolutionsPass().inspect(stage))
                .containsExactly(
                        new Finding(
                                DESCRIBED,
                                "numbers/Printer.java is the solution's, unchanged.",
                                "Keep only the files that differ from the solution."));
    }

    @Test
    void one_without_a_title_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.writeString(root.resolve(DESCRIBED), "title: ''");

        assertThat(new RightSolutionsPass().inspect(stage))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo(DESCRIBED + " has no 'title': add it.");
    }

    private static Path changed(Stage stage) {
        return RightSolution.folderOf(stage).resolve("adds-in-a-loop/numbers/Numbers.java");
    }
}
