package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class WrongSolutionTest {

    @TempDir Path root;
    private Stage stage;
    private Path described;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(root);
        described = stage.wrongSolutions().resolve("forgets-the-first/wrong.yaml");
    }

    @Test
    void a_wrong_solution_is_its_description_and_the_files_beside_it() {
        List<WrongSolution> all = WrongSolution.readAll(stage);

        assertThat(all)
                .extracting(WrongSolution::name)
                .containsExactly(
                        "forgets-the-first",
                        "largest-of-none-is-zero",
                        "numbers-know-their-printer");
        assertThat(all.getFirst().title()).isEqualTo("The first number is left out");
        assertThat(all.getFirst().caughtBy())
                .containsExactly("NumbersTest.the_sum_is_what_the_numbers_come_to");
        assertThat(all.getFirst().mayTimeOut()).isFalse();
        assertThat(all.getFirst().sources())
                .extracting(SourceFile::path)
                .containsExactly("numbers/Numbers.java");
    }

    @Test
    void a_wrong_solution_may_be_caught_by_several_tests_and_may_time_out() throws IOException {
        Files.writeString(
                described,
                """
                title: A mistake
                caught-by:
                  - OneTest.one
                  - OtherTest.other
                reread: the-idea
                may-time-out: true
                """);

        WrongSolution wrong = WrongSolution.readAll(stage).getFirst();

        assertThat(wrong.caughtBy()).containsExactly("OneTest.one", "OtherTest.other");
        assertThat(wrong.mayTimeOut()).isTrue();
    }

    @Test
    void a_missing_description_is_named() throws IOException {
        Files.delete(described);

        refuses(
                "There is no solutions/part1/1-numbers/src/wrong/forgets-the-first/wrong.yaml:"
                        + " write it.");
    }

    @Test
    void a_missing_key_is_named() {
        Fixture.replace(described, "caught-by", "#");

        refuses(
                "solutions/part1/1-numbers/src/wrong/forgets-the-first/wrong.yaml needs a 'title',"
                        + " a 'reread' and a 'caught-by': add what is missing.");
    }

    @Test
    void an_unknown_key_is_named() {
        Fixture.replace(described, "caught-by", "cought-by");

        refuses("wrong.yaml: Unrecognized property \"cought-by\"");
    }

    private void refuses(String message) {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> WrongSolution.readAll(stage))
                .withMessageContaining(message);
    }
}
