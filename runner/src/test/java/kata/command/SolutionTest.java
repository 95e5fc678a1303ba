package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SolutionTest {

    private static final String SHOWN =
            """
            Task 1: Add the numbers up
              solutions/part1/1-numbers/src/main/java/numbers/Numbers.java:17

                return all.stream().reduce(0, Integer::sum);

            Task 2: Find the largest number
              solutions/part1/1-numbers/src/main/java/numbers/Numbers.java:24

                return all.stream().max(Comparator.naturalOrder());

            """;

    @TempDir private Path folder;

    @Test
    void a_solved_stage_shows_how_the_reference_solves_each_task() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "run", "1-numbers");
        assertThat(Output.by(folder, "solution", "1-numbers")).isEqualTo(new Output(0, SHOWN, ""));
    }

    @Test
    void before_a_stage_is_solved_it_asks() {
        Fixture.kata(folder);
        String question =
                "part1/1-numbers is not solved yet."
                        + " See how the reference does it all the same? [y/N] ";
        assertThat(Output.by(folder, "solution")).isEqualTo(new Output(1, question + "\n", ""));
        assertThat(Output.answering("y\n", folder, "solution"))
                .isEqualTo(new Output(0, question + SHOWN, ""));
        assertThat(Output.by(folder, "solution", "-y")).isEqualTo(new Output(0, SHOWN, ""));
    }

    @Test
    void a_reference_that_is_not_there_is_told() throws IOException {
        Fixture.kata(folder);
        for (String file : List.of("Numbers.java", "Printer.java")) {
            Files.delete(folder.resolve("solutions/part1/1-numbers/src/main/java/numbers/" + file));
        }
        for (String command : List.of("solution", "diff", "reset")) {
            assertThat(Output.by(folder, command, "1-numbers", "--yes"))
                    .isEqualTo(
                            new Output(
                                    2,
                                    "",
                                    "The solution of part1/1-numbers has no Java files: get them"
                                            + " back, for example with git.\n"));
        }
    }

    @Test
    void the_reference_can_be_taken_and_what_was_there_is_kept() throws IOException {
        Fixture.kata(folder);
        String before = Files.readString(numbers());
        Output said = Output.answering("y\n", folder, "solution", "--take");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith(
                        "Put the reference in the place of your files of part1/1-numbers, which"
                                + " are kept below %s? [y/N] ".formatted(Path.of(".kata/kept")))
                .contains("wrote   " + Path.of("part1/1-numbers/src/main/java/numbers"));
        assertThat(KeptFilesFolder.in(folder)).isEqualTo(Map.of("numbers/Numbers.java", before));
        assertThat(Output.by(folder, "run", "1-numbers").code()).isZero();
        assertThat(Files.readString(numbers())).doesNotContain("// Task", "// End of task");
    }

    @Test
    void nothing_is_taken_without_a_yes() throws IOException {
        Fixture.kata(folder);
        String before = Files.readString(numbers());
        Output said = Output.by(folder, "solution", "--take");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).endsWith(" [y/N] \nNothing was changed.\n");
        assertThat(numbers()).hasContent(before);
        assertThat(KeptFilesFolder.in(folder)).isEmpty();
    }

    @Test
    void what_is_the_reference_already_is_left_alone() {
        Fixture.kata(folder, "solved");
        assertThat(Output.by(folder, "solution", "--take", "1-numbers"))
                .isEqualTo(
                        new Output(
                                0,
                                "Your files of part1/1-numbers are the reference already.\n",
                                ""));
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }
}
