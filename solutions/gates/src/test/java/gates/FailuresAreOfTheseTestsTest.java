package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.KnownFailure;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FailuresAreOfTheseTestsTest {

    private static final String TESTS =
            """
            class CacheTest {
                void test() {
                    assertThat(again).as("the server of Bob's list, asked for again").isSameAs(first);
                    assertThat(many).as("servers that %s clients got that asked for"
                            + " %s at once", 1000, name).hasSize(1);
                    assertThat(left).as("what is left of " + name).isEmpty();
                }
            }
            """;

    @TempDir private Path folder;
    private Stage stage;

    @BeforeEach
    void write_tests() throws IOException {
        stage = Fixture.stage(folder);
        Files.writeString(stage.testSources().resolve("CacheTest.java"), TESTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[the server of Bob's list, asked for again] expected: #PID but was: #PID",
                "[the server of Bob's list, asked for again] Expecting ...",
                "[servers that N clients got that asked for list 1 at once] expected: 1L ...",
                "[what is left of Bob] Expecting empty but was: [#PID]",
                "Exit: noproc (in a call of #PID)",
                ""
            })
    void what_the_tests_say_may_be_recorded(String says) throws IOException {
        assertThat(inspect(says)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[the server of the first list, as before] expected: #PID but was: #PID",
                "[whoever asked at the same moment, all of them] Expecting empty ..."
            })
    void what_the_tests_said_before_they_were_changed_is_found(String says) throws IOException {
        assertThat(inspect(says))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.problem()).contains("CacheTest.test", "do not say any more");
                    assertThat(finding.remedy()).contains("-Dfailures -Dstages=part1/1-numbers");
                });
    }

    @Test
    void a_stage_without_records_is_fine() throws IOException {
        Files.deleteIfExists(KnownFailure.fileOf(stage));

        assertThat(new FailuresAreOfTheseTests().inspect(stage)).isEmpty();
    }

    private List<Finding> inspect(String says) throws IOException {
        Path file = KnownFailure.fileOf(stage);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "failures:\n  is-wrong:\n    - {test: CacheTest.test, says: \"%s\", sometimes: false}\n"
                        .formatted(says));
        return new FailuresAreOfTheseTests().inspect(stage);
    }
}
