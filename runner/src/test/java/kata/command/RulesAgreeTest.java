package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.launch.LauncherWriter;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A stage's tests see the same in {@code ./kata} and in Maven. */
class RulesAgreeTest {

    private static final Path STAGE_PARENT =
            Path.of(System.getProperty("basedir", ""), "..", "stage-parent", "pom.xml");

    @Test
    void both_read_the_same_classes_for_them() throws IOException {
        List<String> settings =
                LauncherWriter.options()
                        .filter(option -> option.startsWith("-Darchunit."))
                        .map(RulesAgreeTest::asElement)
                        .toList();

        assertThat(settings).isNotEmpty();
        assertThat(Files.readString(STAGE_PARENT)).contains(settings);
    }

    @Test
    void both_write_the_same_digits() throws IOException {
        String language = "-Duser.language=en";
        assertThat(LauncherWriter.options()).contains(language);
        assertThat(Files.readString(STAGE_PARENT)).contains(language);
    }

    private static String asElement(String option) {
        String[] setting = option.substring("-D".length()).split("=", 2);
        return "<%s>%s</%s>".formatted(setting[0], setting[1], setting[0]);
    }
}
