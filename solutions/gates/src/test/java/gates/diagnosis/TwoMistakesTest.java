package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TwoMistakesTest {

    @TempDir private Path folder;

    private Stage stage;

    @BeforeEach
    void write_a_kata() {
        stage = Fixture.stage(folder);
    }

    @Test
    void mistakes_in_different_lines_are_put_together() {
        var two = new TwoMistakes(wrong("forgets-the-first"), wrong("largest-of-none-is-zero"));

        List<SourceFile> files = two.code(stage).orElseThrow().code().sources();
        assertThat(files)
                .extracting(SourceFile::text)
                .anySatisfy(text ->
                        assertThat(text)
                                .contains(
                                        "skip(1).reduce(0, Integer::sum)",
                                        "filter(one -> one > 0)"));
    }

    @Test
    void mistakes_in_the_same_line_are_not() throws IOException {
        Path file = stage.wrongSolutions().resolve("forgets-the-first/numbers/Numbers.java");
        Path other = stage.wrongSolutions().resolve("largest-of-none-is-zero/numbers/Numbers.java");
        Files.writeString(other, Files.readString(file).replace("skip(1)", "limit(1)"));

        var two = new TwoMistakes(wrong("forgets-the-first"), wrong("largest-of-none-is-zero"));

        assertThat(two.code(stage)).isEmpty();
    }

    private WrongSolution wrong(String name) {
        return WrongSolution.readAll(stage).stream()
                .filter(wrong -> wrong.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
