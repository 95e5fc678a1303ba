package kata.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import kata.Fixture;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stage is solved if the tests that the kata has for it pass: all commands say the same. */
class AgreementTest {

    private static final String TODO =
            "throw new UnsupportedOperationException(\"TODO 1: return the sum of the numbers.\");";
    private static final String TEST = "part1/1-numbers/src/test/java/numbers/NumbersTest.java";

    @TempDir private Path folder;
    private Stage stage;

    @BeforeEach
    void solve_the_stage() {
        stage = Fixture.stage(folder, "solved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// " + TODO, "/* " + TODO + " */", "if (all == null) " + TODO})
    void a_todo_that_nothing_comes_to_is_in_nothings_way(String left) {
        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"),
                "return all.stream().reduce",
                left + "\nreturn all.stream().reduce");

        assertThat(Output.by(folder, "run", "1-numbers").out()).contains("✓ solved");
        assertThat(Output.by(folder, "list").out()).contains("✓ solved      1-numbers");
        assertThat(Output.by(folder, "report").out())
                .contains("✓ solved      part1/1-numbers", "1 of 2 solved")
                .doesNotContainPattern("1-numbers .* open");
    }

    @Test
    void without_a_deleted_test_nothing_is_solved() throws IOException {
        Files.delete(folder.resolve(TEST));
        assertUnsolvedBecause("is missing");
    }

    @Test
    void with_an_edited_test_nothing_is_solved() {
        Fixture.replace(folder.resolve(TEST), "isEqualTo(3)", "isPositive()");
        assertUnsolvedBecause("was edited");
    }

    @Test
    void an_edited_test_that_fails_names_no_mistake() {
        Fixture.replace(folder.resolve(TEST), "isEqualTo(3)", "isEqualTo(4)");
        assertUnsolvedBecause("was edited");
        assertThat(Output.by(folder, "run", "1-numbers").out()).doesNotContain("this mistake");
    }

    @Test
    void a_test_with_the_line_ends_of_windows_is_as_it_was() {
        Fixture.replace(folder.resolve(TEST), "\n", "\r\n");
        assertThat(Output.by(folder, "run", "1-numbers").code()).isZero();
    }

    @Test
    void ones_own_tests_run_beside_the_stages() throws IOException {
        Path own = folder.resolve(TEST).resolveSibling("OwnTest.java");
        Files.writeString(
                own,
                Files.readString(folder.resolve(TEST))
                        .replace("class NumbersTest", "class OwnTest"));
        assertThat(Output.by(folder, "run", "1-numbers").out())
                .contains("9 of 9 tests passed", "✓ solved");
    }

    @Test
    void reset_brings_the_tests_back_and_keeps_the_edited() throws IOException {
        assumeTrue(Repository.isPossible(), "git restores them");
        var repository = new Repository(folder);
        repository.git("init", "-q");
        repository.git("add", "--all");
        repository.git("commit", "-q", "-m", "The kata");
        String original = Files.readString(folder.resolve(TEST));
        Fixture.replace(folder.resolve(TEST), "isEqualTo(3)", "isPositive()");
        repository.git("commit", "-q", "--all", "-m", "What was edited is committed, too");
        Files.delete(folder.resolve(TEST).resolveSibling("LayeringTest.java"));

        Output said = Output.by(folder, "reset", "1-numbers", "--yes");

        assertThat(said).isEqualTo(new Output(0, said.out(), ""));
        assertThat(said.out()).contains("wrote   " + Path.of(TEST));
        assertThat(folder.resolve(TEST)).hasContent(original);
        assertThat(KeptFilesFolder.in(folder).get("numbers/NumbersTest.java"))
                .contains("isPositive()");
        assertThat(Output.by(folder, "reset", "1-numbers").out()).contains("starter already");
    }

    @Test
    void what_git_does_not_have_is_named() {
        Fixture.replace(folder.resolve(TEST), "isEqualTo(3)", "isPositive()");
        Output said = Output.by(folder, "reset", "1-numbers", "--yes");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith(TEST + " cannot be restored");
    }

    private void assertUnsolvedBecause(String change) {
        Output said = Output.by(folder, "run", "1-numbers");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains(
                        "The stage's tests are not as the kata has them:\n  %s %s\n"
                                .formatted(TEST, change),
                        "✗ not solved yet");
        assertThat(Output.by(folder, "list").out()).contains("✗ not solved  1-numbers");
        assertThat(Output.by(folder, "report").out()).contains("✗ not solved  part1/1-numbers");
    }
}
