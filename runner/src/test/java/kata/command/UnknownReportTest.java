package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UnknownReportTest {

    @TempDir private Path folder;

    @Test
    void a_mistake_that_is_known_is_named_and_nothing_is_written() {
        makeTheMistake("skip(1).reduce");
        assertThat(report("y\n"))
                .isEqualTo(
                        new Output(
                                0,
                                "The kata knows this mistake:\n  The first number is left out\n",
                                ""));
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_mistake_that_is_not_known_is_shown_before_it_is_written() throws IOException {
        makeTheMistake("map(one -> one + 1).reduce");
        Output said = report("y\n");
        assertThat(said.code()).isZero();
        assertThat(Files.readString(file()))
                .contains(
                        "# An unknown mistake in part1/1-numbers\n",
                        "- `NumbersTest.the_sum_is_what_the_numbers_come_to`: expected: 3 but was:"
                                + " 5\n",
                        "\n-        throw new UnsupportedOperationException(",
                        "\n"
                                + "+        return all.stream().map(one -> one + 1).reduce(0,"
                                + " Integer::sum);");
        assertThat(said.out())
                .startsWith(Files.readString(file()))
                .contains(
                        "Write this to .kata/unknown/part1-1-numbers.md? Nothing is sent. [y/N] ");
    }

    @Test
    void without_a_yes_nothing_is_written() {
        makeTheMistake("map(one -> one + 1).reduce");
        Output said = report("");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).endsWith("Nothing was written.\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    void an_open_task_is_no_mistake() {
        Fixture.kata(folder);
        assertThat(report("y\n").out())
                .isEqualTo("No test of part1/1-numbers fails but for an open task.\n");
    }

    @Test
    void edited_tests_tell_nothing() {
        makeTheMistake("map(one -> one + 1).reduce");
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/test/java/numbers/NumbersTest.java"),
                "isEqualTo(3)",
                "isEqualTo(4)");
        assertThat(report("y\n").out())
                .contains(
                        "NumbersTest.java was edited\n", "restores the tests: only they can tell");
        assertThat(file()).doesNotExist();
    }

    @Test
    void code_that_does_not_compile_tells_nothing() {
        makeTheMistake("nonsense().reduce");
        assertThat(report("y\n").out())
                .contains("does not compile yet", "so there is nothing to report.");
    }

    private void makeTheMistake(String mistake) {
        Fixture.kata(folder, "solved");
        Fixture.replace(
                folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java"),
                "return all.stream().reduce",
                "return all.stream()." + mistake);
    }

    private Output report(String typed) {
        return Output.answering(typed, folder, "report", "--unknown", "part1/1-numbers");
    }

    private Path file() {
        return folder.resolve(".kata/unknown/part1-1-numbers.md");
    }
}
