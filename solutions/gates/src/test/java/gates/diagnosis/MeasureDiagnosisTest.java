package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;
import gates.Output;

import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class MeasureDiagnosisTest {

    @TempDir private Path folder;

    private Stage stage;

    @BeforeEach
    void write_a_kata() {
        stage = Fixture.stage(folder);
    }

    @Test
    void mistakes_that_are_named_rightly_are_counted_alone_and_two_at_once() {
        Output said = measure();

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "| part1/1-numbers | 6 | 6 | 0 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 1 | 1 | 0 | 0"
                                + " | 0 |")
                .contains("| all | 6 | 6 | 0 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 |")
                .doesNotContain("wrong: ", "often silent: ");
    }

    @Test
    void a_run_is_recorded_once() throws IOException {
        measure();
        List<String> before = recorded();

        measure();

        assertThat(recorded()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void code_that_has_changed_is_run_again() throws IOException {
        measure();
        int before = recorded().size();
        Path wrong = stage.wrongSolutions().resolve("forgets-the-first/numbers/Numbers.java");
        Files.writeString(wrong, Files.readString(wrong) + "// Changed.\n");

        measure();

        assertThat(recorded().size()).isGreaterThan(before);
    }

    private Output measure() {
        return Output.of(
                new MeasureDiagnosis(), folder, "--stages=1-numbers", "--runs=2", "--pairs=1");
    }

    private List<String> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".kata/runs"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }
}
