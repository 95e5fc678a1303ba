package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.Kata;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UnchangedFilesAreIdenticalTest {

    @TempDir Path root;
    private final UnchangedFilesAreIdentical gate = new UnchangedFilesAreIdentical();
    private Kata kata;

    @BeforeEach
    void copy_the_fixture() {
        kata = Fixture.kata(root);
    }

    @Test
    void stages_that_differ_in_the_files_they_name_are_fine() {
        assertThat(kata.stages()).allSatisfy(stage -> assertThat(gate.inspect(stage)).isEmpty());
    }

    @Test
    void a_file_that_differs_and_is_not_named_is_told() {
        Fixture.replace(solution("2-average", "Printer"), "Prints", "Writes");

        assertThat(gate.inspect(kata.stage("average")))
                .containsExactly(
                        new Finding(
                                "numbers/Printer.java",
                                "It is not the same in the solution of part1/2-average, compared"
                                        + " with part1/1-numbers, but stages.yaml does not say so.",
                                "Make it what it was in part1/1-numbers, or add it to the `changes`"
                                        + " of part1/2-average."));
    }

    @Test
    void a_file_that_has_vanished_or_is_new_is_told() throws IOException {
        Files.move(solution("2-average", "Printer"), solution("2-average", "Writer"));

        assertThat(gate.inspect(kata.stage("average")))
                .extracting(Finding::problem)
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).startsWith("It has vanished in the solution"),
                        problem -> assertThat(problem).startsWith("It is new in the solution"));
    }

    @Test
    void a_file_that_is_named_and_does_not_differ_is_told() {
        Fixture.replace(
                root.resolve("stages.yaml"),
                "          - numbers/Numbers.java\n",
                "          - numbers/Numbers.java\n          - numbers/Printer.java\n");

        assertThat(gate.inspect(StagesYaml.read(root).stage("average")))
                .extracting(Finding::problem)
                .containsExactly(
                        "stages.yaml says that part1/2-average changes it, but it is what it was in"
                                + " part1/1-numbers.");
    }

    @Test
    void a_fresh_stage_changes_nothing() {
        Fixture.replace(
                root.resolve("stages.yaml"),
                "fresh: true",
                "fresh: true\n        changes: [A.java]");

        assertThat(gate.inspect(StagesYaml.read(root).stage("numbers")))
                .extracting(Finding::problem)
                .containsExactly(
                        "stages.yaml says that part1/1-numbers changes it, but that continues no"
                                + " stage.");
    }

    private Path solution(String stage, String type) {
        return root.resolve("solutions/part1")
                .resolve(stage)
                .resolve("src/main/java/numbers")
                .resolve(type + ".java");
    }
}
