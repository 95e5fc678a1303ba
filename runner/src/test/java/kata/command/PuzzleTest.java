package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PuzzleTest {

    private static final String SUM = "    return all.stream().reduce(0, Integer::sum);\n";
    private static final String WRONG_SUM =
            "    return all.stream().skip(1).reduce(0, Integer::sum);\n";
    private static final String LARGEST =
            "    return all.stream().max(Comparator.naturalOrder());\n";
    private static final String DASHES = "---- not used\n";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void lay_out_the_kata() {
        Fixture.kata(folder);
        file = folder.resolve("part1/1-numbers/puzzle.txt");
    }

    @Test
    void the_lines_of_the_reference_stand_among_those_of_wrong_solutions() throws IOException {
        Output said = puzzle("--seed", "1");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .isEqualTo(
                        """
                        part1/1-numbers  Puzzle, seed 1
                          open   part1/1-numbers/puzzle.txt

                          · Task 1: not begun
                          · Task 2: not begun

                        """);
        assertThat(Files.readString(file))
                .startsWith("# Puzzle of part1/1-numbers, seed 1\n")
                .contains(
                        """

                        == Task 1: Add the numbers up
                        == solutions/part1/1-numbers/src/main/java/numbers/Numbers.java, below: public int sum() {

                        ---- not used
                        """,
                        SUM,
                        WRONG_SUM,
                        LARGEST);
    }

    @Test
    void the_reference_solves_it() throws IOException {
        begin();
        use(SUM);
        assertThat(puzzle().out()).contains("  ✓ Task 1\n  · Task 2: not begun\n");

        use(LARGEST);
        Output said = puzzle();
        assertThat(said.out()).contains("✓ solved\nNow write it yourself");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_line_of_a_wrong_solution_is_out_of_place() throws IOException {
        begin();
        use(WRONG_SUM);
        use(LARGEST);
        Output said = puzzle();
        assertThat(said.out()).contains("  ✗ Task 1: the first line belongs elsewhere\n  ✓ Task 2");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void another_order_is_right_if_the_tests_pass() throws IOException {
        String one = "    int one = 1;\n";
        String two = "    int two = 2;\n";
        Fixture.replace(
                folder.resolve("solutions/part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "        return all.stream().reduce",
                one + two + "        return all.stream().reduce");
        begin();
        use(one);
        use(SUM);
        assertThat(puzzle().out()).contains("  ✗ Task 1: right as far as line 1: int one = 1;\n");

        puzzle("--seed", "2");
        use(two);
        use(one);
        use(SUM);
        use(LARGEST);
        Output said = puzzle();
        assertThat(said.out())
                .contains("✓ solved, in another order than the reference, and as right");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_line_that_was_edited_is_told() throws IOException {
        begin();
        use(SUM);
        Fixture.replace(file, "reduce(0, Integer::sum);\n\n" + DASHES, "sum();\n\n" + DASHES);
        assertThat(puzzle().out())
                .contains("Task 1: this is no line of the puzzle: return all.stream().sum();\n");
    }

    @Test
    void what_was_begun_goes_on_and_is_kept_when_another_seed_is_wanted() throws IOException {
        begin();
        use(SUM);
        assertThat(puzzle().out()).contains("seed 1\n", "✓ Task 1");
        assertThat(puzzle("--seed", "2").out()).contains("seed 2\n", "· Task 1: not begun");
        try (var kept = Files.walk(folder.resolve(".kata/kept"))) {
            assertThat(kept.filter(path -> path.endsWith("puzzle.txt"))).hasSize(1);
        }
    }

    @Test
    void a_task_that_is_lost_is_told() throws IOException {
        begin();
        Fixture.replace(file, "== Task 2", "Task 2");
        assertThat(puzzle().out()).contains("delete the file to begin again");
    }

    private void begin() {
        puzzle("--seed", "1");
    }

    /** Moves the first line of this kind above its dashes, behind what is there. */
    private void use(String line) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(line, text.indexOf(DASHES));
        int dashes = text.lastIndexOf(DASHES, from);
        Files.writeString(
                file,
                text.substring(0, dashes - 1)
                        + line
                        + "\n"
                        + text.substring(dashes, from)
                        + text.substring(from + line.length()));
    }

    private Output puzzle(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "puzzle";
        arguments[1] = "part1/1-numbers";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Output.by(folder, arguments);
    }
}
