package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DiffTest {

    private static final String QUESTION =
            "part1/1-numbers is not solved yet. See how the reference does it all the same? [y/N] ";

    @TempDir private Path folder;

    @Test
    void a_solved_stage_is_compared_line_by_line() {
        Fixture.kata(folder, "solved");
        Fixture.replace(numbers(), "reduce(0, Integer::sum)", "mapToInt(n -> n).sum()");
        Output.by(folder, "run", "1-numbers");
        assertThat(Output.by(folder, "diff", "1-numbers"))
                .isEqualTo(
                        new Output(
                                0,
                                """
                                --- part1/1-numbers/src/main/java/numbers/Numbers.java
                                +++ solutions/part1/1-numbers/src/main/java/numbers/Numbers.java
                                @@ -13,7 +13,7 @@
                                \s
                                     /** Returns what the numbers come to together. */
                                     public int sum() {
                                -        return all.stream().mapToInt(n -> n).sum();
                                +        return all.stream().reduce(0, Integer::sum);
                                     }
                                \s
                                     /** Returns the largest number, if there is one. */
                                """,
                                ""));
    }

    @Test
    void code_that_is_the_references_is_called_so_whatever_its_line_ends() throws IOException {
        Fixture.kata(folder, "solved");
        Files.writeString(numbers(), Files.readString(numbers()).replace("\n", "\r\n"));
        assertThat(Output.by(folder, "diff", "1-numbers").out())
                .isEqualTo("Your code of part1/1-numbers is the reference, line by line.\n");
    }

    @Test
    void files_that_only_one_of_them_has_are_shown_whole() throws IOException {
        Fixture.kata(folder, "solved");
        Files.move(numbers().resolveSibling("Printer.java"), numbers().resolveSibling("Own.java"));
        assertThat(Output.by(folder, "diff", "1-numbers", "--yes").out())
                .contains(
                        """
                        --- part1/1-numbers/src/main/java/numbers/Own.java
                        +++ /dev/null
                        """,
                        "-/** Prints what numbers come to. */\n",
                        """
                        --- /dev/null
                        +++ solutions/part1/1-numbers/src/main/java/numbers/Printer.java
                        """,
                        "+/** Prints what numbers come to. */\n");
    }

    @Test
    void before_a_stage_is_solved_it_asks_and_shows_nothing_without_an_answer() {
        Fixture.kata(folder);
        assertThat(Output.by(folder, "diff")).isEqualTo(new Output(1, QUESTION + "\n", ""));
    }

    @Test
    void a_no_and_any_other_word_are_respected() {
        Fixture.kata(folder);
        for (String answer : new String[] {"n\n", "\n", "yesterday\n"}) {
            assertThat(Output.answering(answer, folder, "diff"))
                    .isEqualTo(new Output(1, QUESTION, ""));
        }
    }

    @Test
    void a_yes_shows_it() {
        Fixture.kata(folder);
        for (String answer : new String[] {"y\n", " Yes \r\n"}) {
            Output said = Output.answering(answer, folder, "diff");
            assertThat(said.code()).isZero();
            assertThat(said.out())
                    .startsWith(QUESTION)
                    .contains("\n+        return all.stream().reduce(0, Integer::sum);\n")
                    .doesNotContain("// Task 1:");
        }
    }

    @Test
    void yes_can_be_said_beforehand_and_then_no_tests_are_run() {
        Fixture.kata(folder, "solved");
        Output said = Output.by(folder, "diff", "--yes", "1-numbers");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).doesNotContain("[y/N]");
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }
}
