package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RunTest {

    @TempDir private Path folder;

    @Test
    void an_unsolved_stage_shows_its_tests_task_by_task_with_their_todos() {
        Fixture.kata(folder);
        Output said = Output.by(folder, "run", "part1/1-numbers");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .startsWith(
                        """
                        part1/1-numbers  Numbers and what they come to

                        What holds from the start
                        """)
                .contains(
                        "  ✓ passed  all 2 tests\n",
                        """

                        Task 1: Add the numbers up
                        """,
                        """
                          ✗ failed  the sum is what the numbers come to
                                    TODO 1: return the sum of the numbers.
                        """,
                        """

                        Task 2: Find the largest number
                          ✗ failed  the largest may be negative
                                    TODO 2: return the largest of the numbers, and nothing if there are none.
                        """,
                        "\n2 of 5 tests passed in ")
                .endsWith(
                        """
                        ✗ not solved yet: part1/1-numbers
                        Next: TODO 1 at part1/1-numbers/src/main/java/numbers/Numbers.java:16
                        Stuck? `./kata hint part1/1-numbers` helps, and helps more each time.
                        """)
                .doesNotContain("\tat ", "UnsupportedOperationException");
    }

    @Test
    void a_task_that_is_written_and_wrong_comes_before_the_next_todo() {
        Fixture.kata(folder);
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "throw new UnsupportedOperationException(\"TODO 1: return the sum of the"
                        + " numbers.\");",
                "return 0;");
        assertThat(Output.by(folder, "run", "part1/1-numbers").out())
                .contains(
                        """
                        Next: task 1, until this holds: the sum is what the numbers come to
                        """)
                .doesNotContain("Next: TODO");
    }

    @Test
    void a_solved_stage_says_what_comes_next() {
        Fixture.kata(folder, "solved");
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("5 of 5 tests passed in ")
                .endsWith(
                        """
                        ✓ solved: part1/1-numbers
                        Compare with one possibility: solutions/part1/1-numbers
                        Next: part1/2-average/README.md
                        """);
    }

    @Test
    void without_a_name_the_current_stage_runs() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "run").out()).startsWith("part1/1-numbers  ");
        Output.by(folder, "goto", "2-average");
        assertThat(Output.by(folder, "run").out()).startsWith("part1/2-average  ");
    }

    @Test
    void without_a_name_the_tests_run_once_though_no_run_has_seen_the_code() {
        Fixture.kata(folder, "solved");
        Output said = Output.by(folder, "run");
        assertThat(said.out()).startsWith("part1/1-numbers  ").contains("5 of 5 tests passed in ");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void a_verdict_that_cannot_be_written_down_is_told_with_what_keeps_it_from_that()
            throws IOException {
        Fixture.kata(folder, "solved");
        Files.createDirectories(folder.resolve(".kata/progress"));
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("✓ solved: part1/1-numbers\n");
        assertThat(said.err()).contains(".kata/progress cannot be written");
    }

    @Test
    void a_run_is_remembered_by_the_list() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "run", "1-numbers");
        assertThat(Output.by(folder, "list").err()).isEmpty();
    }

    @Test
    void a_wrong_answer_shows_the_message_of_the_assertion() {
        Fixture.kata(folder, "solved");
        Fixture.replace(test(), "isEqualTo(3)", "as(\"one and two\").isEqualTo(4)");
        assertThat(Output.by(folder, "run", "1-numbers").out())
                .contains(
                        """
                          ✗ failed  the sum is what the numbers come to
                                    [one and two]\s
                                    expected: 4
                                     but was: 3
                        """)
                .doesNotContain("\tat ", "AssertionFailedError");
    }

    @Test
    void an_assertion_without_a_sentence_shows_what_it_looks_at() {
        Fixture.kata(folder, "solved");
        Fixture.replace(test(), ".sum()).isEqualTo(3)", ".sum())\n                .isEqualTo(4)");
        assertThat(Output.by(folder, "run", "1-numbers").out())
                .contains(
                        """
                          ✗ failed  the sum is what the numbers come to
                                    assertThat(new Numbers(List.of(1, 2)).sum()).isEqualTo(4);
                                    expected: 4
                                     but was: 3
                        """);
    }

    @Test
    void an_exception_shows_where_the_learners_own_code_threw_it() throws IOException {
        Fixture.kata(folder, "solved");
        Files.writeString(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                """
                package numbers;

                import java.util.*;

                public record Numbers(List<Integer> all) {
                    public int sum() {
                        throw new IllegalStateException("nothing to sum");
                    }
                    public Optional<Integer> largest() {
                        return Optional.empty();
                    }
                }
                """);
        assertThat(Output.by(folder, "run", "1-numbers").out())
                .contains(
                        """
                          ✗ failed  the sum is what the numbers come to
                                    IllegalStateException: nothing to sum
                                    at part1/1-numbers/src/main/java/numbers/Numbers.java:7
                          ✗ failed\
                        """)
                .doesNotContain("\tat ");
    }

    @Test
    void what_the_code_prints_is_shown_once_below_the_tests() {
        Fixture.kata(folder, "solved");
        Fixture.replace(
                test(),
                "assertThat(new Numbers(List.of()).sum())",
                "System.out.println(\"summing\"); assertThat(new Numbers(List.of()).sum())");
        assertThat(Output.by(folder, "run", "1-numbers").out())
                .containsOnlyOnce("\nPrinted meanwhile:\n  summing\n\n5 of 5 tests passed");
    }

    @Test
    void code_that_does_not_compile_shows_what_the_compiler_says() {
        Fixture.kata(folder, "does-not-compile");
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .startsWith(
                        "✗ The code does not compile yet: 2 errors.\n\npart1/1-numbers/src/main/")
                .contains("Numbers.java:", ": error: ", "^\n", "Next: fix the first error")
                .doesNotContain("\tat ");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void code_that_does_not_compile_for_want_of_a_file_names_the_file() throws IOException {
        Fixture.kata(folder, "solved");
        Path file = folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
        String advice =
                """
                Next: get back what is gone or empty: numbers/Numbers.java
                With git, or by `./kata reset part1/1-numbers`, which starts it again and keeps your \
                files.
                """;

        Files.writeString(file, "");
        assertThat(Output.by(folder, "run", "1-numbers").out()).contains(advice);

        Files.delete(file);
        assertThat(Output.by(folder, "run", "1-numbers").out()).contains(advice);
    }

    @Test
    void the_reference_can_be_run_in_place_of_the_learners_code() {
        Fixture.kata(folder);
        Output said = Output.by(folder, "run", "1-numbers", "--on", "solution");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("5 of 5 tests passed").doesNotContain("Next:");
        assertThat(Output.by(folder, "list").out()).contains("0 of 2 solved");
    }

    private Path test() {
        return folder.resolve("part1/1-numbers/src/test/java/numbers/NumbersTest.java");
    }
}
