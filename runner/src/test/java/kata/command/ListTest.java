package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ListTest {

    @TempDir private Path folder;

    @Test
    void the_stages_and_the_next_one_are_shown() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "list"))
                .isEqualTo(
                        new Output(
                                0,
                                """
                                part1  Numbers
                                  ✗ not solved  1-numbers  Numbers and what they come to
                                  ✗ not solved  2-average  Their average
                                  · to come     3-median   Their median

                                0 of 2 solved

                                Next: part1/1-numbers  Numbers and what they come to
                                  read  part1/1-numbers/README.md
                                  open  part1/1-numbers/src/main/java/numbers/Numbers.java:16
                                  run   ./kata run part1/1-numbers
                                  or    ./mvnw test -pl part1/1-numbers
                                """,
                                ""));
    }

    @Test
    void a_detour_is_named_where_it_is_walked_and_is_the_next_there() {
        Fixture.kata(folder);
        Fixture.replace(
                folder.resolve("stages.yaml"),
                "- name: 2-average\n",
                "- name: 2-average\n        before: part1/1-numbers\n");

        assertThat(Output.by(folder, "list").out())
                .contains(
                        """
                        part1  Numbers
                                        first part1/2-average
                          ✗ not solved  1-numbers  Numbers and what they come to
                        """,
                        "Next: part1/2-average ");
    }

    @Test
    void the_kata_is_found_from_a_folder_inside_it() {
        Fixture.kata(folder);
        assertThat(Output.by(folder.resolve("part1/1-numbers"), "list").code()).isZero();
    }

    @Test
    void a_solved_stage_is_tested_once_and_then_remembered() {
        Fixture.kata(folder, "solved");
        Output first = Output.by(folder, "list");
        assertThat(first.out())
                .contains("  ✓ solved      1-numbers ", "1 of 2 solved", "Next: part1/2-average ");
        assertThat(first.err()).isEqualTo("Running the tests of part1/1-numbers ...\n");
        assertThat(Output.by(folder, "list")).isEqualTo(new Output(0, first.out(), ""));
    }

    @Test
    void what_is_remembered_holds_for_the_same_code_only() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "list");
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/test/java/numbers/NumbersTest.java"),
                "isEqualTo(3)",
                "isEqualTo(4)");
        Output changed = Output.by(folder, "list");
        assertThat(changed.err()).isEqualTo("Running the tests of part1/1-numbers ...\n");
        assertThat(changed.out()).contains("✗ not solved  1-numbers", "Next: part1/1-numbers");
        assertThat(Output.by(folder, "list").err()).isEmpty();
    }

    @Test
    void a_stage_that_cannot_be_read_hides_no_other() throws IOException {
        Fixture.kata(folder);
        Path file = folder.resolve("part1/2-average/src/main/java/numbers/Numbers.java");
        Files.write(file, new byte[] {(byte) 0xfc});

        Output said = Output.by(folder, "list");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("✗ not solved  1-numbers ", "✗ not solved  2-average ");
        assertThat(said.err())
                .isEqualTo(
                        "part1/2-average/src/main/java/numbers/Numbers.java is not UTF-8 text: save"
                                + " it as UTF-8.\n");
        assertThat(Output.by(folder, "report").out()).contains("0 of 2 solved");
    }

    @Test
    void nothing_is_lost_with_what_is_remembered() throws IOException {
        Fixture.kata(folder, "solved");
        Output first = Output.by(folder, "list");
        Files.delete(folder.resolve(".kata/progress"));
        assertThat(Output.by(folder, "list")).isEqualTo(first);
    }

    @Test
    void code_without_todos_that_does_not_compile_is_not_solved() throws IOException {
        Fixture.kata(folder, "solved");
        Files.writeString(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Printer.java"), "class {");
        assertThat(Output.by(folder, "list").out()).contains("✗ not solved  1-numbers");
    }
}
