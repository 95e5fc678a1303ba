package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GotoTest {

    private static final String AVERAGE =
            """
            Current: part1/2-average  Their average
              read  part1/2-average/README.md
              open  part1/2-average/src/main/java/numbers/Numbers.java:27
              run   ./kata run part1/2-average
              or    ./mvnw test -pl part1/2-average
            """;

    @TempDir private Path folder;

    @Test
    void the_chosen_stage_is_the_current_one_of_every_command() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "goto", "average")).isEqualTo(new Output(0, AVERAGE, ""));
        assertThat(Output.by(folder, "goto")).isEqualTo(new Output(0, AVERAGE, ""));
        assertThat(Output.by(folder, "list").out()).contains("\nNext: part1/2-average ");
        assertThat(Output.by(folder, "solution", "--yes").out()).contains("Find the average");
    }

    @Test
    void a_stage_that_is_run_is_chosen_by_that() {
        Fixture.kata(folder);
        Output.by(folder, "run", "part1/2");
        assertThat(Output.by(folder, "goto")).isEqualTo(new Output(0, AVERAGE, ""));
    }

    @Test
    void without_a_choice_the_first_unsolved_stage_is_the_current_one() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "goto").out()).startsWith("Current: part1/1-numbers ");
    }

    @Test
    void a_choice_is_over_once_its_stage_is_solved() {
        Fixture.kata(folder);
        Output.by(folder, "goto", "2-average");
        Output.by(folder, "solution", "--take", "--yes");
        assertThat(Output.by(folder, "goto").out()).startsWith("Current: part1/1-numbers ");
    }

    @Test
    void a_solved_stage_can_be_chosen_to_begin_it_anew() {
        Fixture.kata(folder, "solved");
        assertThat(Output.by(folder, "goto", "1-numbers").out())
                .startsWith("Current: part1/1-numbers ")
                .endsWith("  ✓ solved already; to start it again: ./kata reset part1/1-numbers\n");
        Output.by(folder, "reset", "1-numbers", "--yes");
        assertThat(Output.by(folder, "goto").out()).startsWith("Current: part1/1-numbers ");
    }

    @Test
    void nothing_but_the_choice_is_lost_with_what_is_remembered() throws IOException {
        Fixture.kata(folder);
        Output.by(folder, "goto", "2-average");
        Files.writeString(folder.resolve(".kata/stage"), "part1/2-renamed\n");
        assertThat(Output.by(folder, "goto").out()).startsWith("Current: part1/1-numbers ");
        Files.delete(folder.resolve(".kata/stage"));
        assertThat(Output.by(folder, "goto").out()).startsWith("Current: part1/1-numbers ");
    }

    @Test
    void once_every_stage_is_solved_one_must_be_named() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "solution", "--take", "--yes", "2-average");
        Output.by(folder, "list");
        Output refused =
                new Output(
                        2,
                        "",
                        "Every stage is solved: name the one that you mean, such as"
                                + " part1/2-average.\n");
        for (String command : new String[] {"goto", "hint", "diff", "solution", "reset"}) {
            assertThat(Output.by(folder, command)).isEqualTo(refused);
        }
    }

    @Test
    void a_stage_to_come_is_refused() {
        Fixture.kata(folder);
        Output said = Output.by(folder, "goto", "3-median");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("Stage part1/3-median (Their median) is still to come.");
    }

    @Test
    void a_choice_that_cannot_be_written_down_is_refused() throws IOException {
        Fixture.kata(folder);
        Files.createDirectories(folder.resolve(".kata/stage"));
        Output said = Output.by(folder, "goto", "2-average");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("%s cannot be written (".formatted(folder.resolve(".kata/stage")));
    }
}
