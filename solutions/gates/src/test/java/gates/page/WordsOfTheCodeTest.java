package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class WordsOfTheCodeTest {

    @TempDir private Path folder;

    @Test
    void a_word_that_is_not_used_is_found_with_its_place_and_its_replacement() throws IOException {
        assertThat(inspect("// TODO 1: ask nobody.\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where())
                            .isEqualTo("part1/1-numbers/src/test/java/numbers/Said.java:2");
                    assertThat(finding.problem())
                            .isEqualTo("This says `nobody`: // TODO 1: ask nobody.");
                    assertThat(finding.remedy()).startsWith("Write instead: no process");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Whoever asks is answered. */",
                "/**\n * It waits in\n * vain.\n */",
                "@DisplayName(\"It \\\"shall\\\" begin\")",
                "char quote = '\"'; // anew",
                "String text = \"\"\"\n    It begins\n    anew.\n    \"\"\";"
            })
    void comments_and_sentences_are_read(String java) throws IOException {
        assertThat(inspect(java)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Name nobody = find(\"nobody\");", "char nobody = '\\'';", "// Airborne."})
    void code_and_data_are_left_alone(String java) throws IOException {
        assertThat(inspect(java)).isEmpty();
    }

    private List<Finding> inspect(String java) throws IOException {
        Stage stage = Fixture.stage(folder);
        Path file = stage.testSources().resolve("numbers/Said.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package numbers;\n" + java);
        return new WordsOfTheCode().inspect(stage);
    }
}
