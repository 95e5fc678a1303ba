package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.stage.KnownFailure;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A learner has made a mistake that is known: the first number is left out. */
class MistakeTest {

    private static final String SUM = "NumbersTest.the_sum_is_what_the_numbers_come_to";
    private static final String HEADING = "The same tests fail when a solution has this mistake:\n";
    private static final String ONE_OF =
            "The same tests fail when a solution has one of these mistakes:\n";
    private static final String FORGETS_THE_FIRST =
            """
              The first number is left out
              reread part1/1-numbers/README.md#the-idea
            """;
    private static final String LARGEST =
            """
              The largest number is never below zero
              reread part1/1-numbers/README.md#the-idea
            """;

    @TempDir private Path folder;
    private Stage stage;

    @BeforeEach
    void make_the_mistake() {
        stage = Fixture.stage(folder, "solved");
        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"),
                "return all.stream().reduce",
                "return all.stream().skip(1).reduce");
    }

    @Test
    void it_is_named_below_the_tests_with_what_to_reread() {
        assertThat(run())
                .containsPattern(
                        "4 of 5 tests passed in .*\n"
                                + HEADING
                                + FORGETS_THE_FIRST
                                + "✗ not solved");
    }

    @Test
    void mistakes_that_look_the_same_are_named_as_one_of_them() throws IOException {
        write("forgets-the-first", "largest-of-none-is-zero");
        assertThat(run()).contains(ONE_OF + FORGETS_THE_FIRST + LARGEST);
    }

    @Test
    void another_one_is_not_named() throws IOException {
        write("forgets-the-last");
        assertThat(run()).doesNotContain("The same tests fail", "reread");
    }

    @Test
    void a_file_that_is_wrong_is_not_the_learners_trouble() throws IOException {
        Files.writeString(KnownFailure.fileOf(stage), "failures: [");
        assertThat(run()).contains("4 of 5 tests passed").doesNotContain("The same tests fail");
    }

    /** The tests have failed, and nothing else is wrong. */
    private String run() {
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said).isEqualTo(new Output(1, said.out(), ""));
        return said.out();
    }

    private void write(String... wrongSolutions) throws IOException {
        Files.writeString(
                KnownFailure.fileOf(stage),
                Stream.of(wrongSolutions)
                        .map(name -> "  %s: [{test: %s}]\n".formatted(name, SUM))
                        .collect(Collectors.joining("", "failures:\n", "")));
    }
}
