package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GlossaryIsWholeTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| **Pid**: the address of a process | `self()` | `Pid` | an `ActorRef` |",
                "| **Public**, **private**: who may read | - | - | fields |"
            })
    void a_row_with_a_meaning_and_three_counterparts_passes(String row) throws IOException {
        Files.writeString(folder.resolve("GLOSSARY.md"), "| term | a | b | c |\n" + row);
        assertThat(GlossaryIsWhole.inspect(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| **Pid** | `self()` | `Pid` | an `ActorRef` |",
                "| **Pid**: the address of a process | `self()` | `Pid` |",
                "| **Pid**: the address of a process | `self()` |  | an `ActorRef` |"
            })
    void a_row_that_lacks_a_part_is_found(String row) throws IOException {
        Files.writeString(folder.resolve("GLOSSARY.md"), row);
        assertThat(GlossaryIsWhole.inspect(folder)).hasSize(1);
    }
}
