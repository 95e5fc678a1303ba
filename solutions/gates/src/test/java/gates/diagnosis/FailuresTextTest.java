package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;

import kata.stage.KnownFailure;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written down of wrong solutions, as the kata reads it again. */
class FailuresTextTest {

    @TempDir Path root;
    private Stage stage;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(root);
    }

    @Test
    void half_of_a_character_is_read_again() throws IOException {
        Map<String, List<KnownFailure>> failures =
                Map.of("one", List.of(new KnownFailure("OneTest.one", "\uD800, 📝, é", false)));

        Files.writeString(
                KnownFailure.fileOf(stage),
                FailuresText.of(new FailureRecords(new TreeMap<>(failures), new TreeMap<>())));

        assertThat(KnownFailure.readAll(stage)).isEqualTo(failures);
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        Map<String, List<KnownFailure>> failures =
                Map.of(
                        "two",
                        List.of(
                                new KnownFailure("OneTest.one", "it \"says\": [this]", false),
                                new KnownFailure("OneTest.other", "", true)),
                        "none",
                        List.of());

        Files.writeString(
                KnownFailure.fileOf(stage),
                FailuresText.of(new FailureRecords(new TreeMap<>(failures), new TreeMap<>())));

        assertThat(KnownFailure.readAll(stage)).isEqualTo(failures);
    }
}
