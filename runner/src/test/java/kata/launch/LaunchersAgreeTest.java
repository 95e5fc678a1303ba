package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code kata.cmd} does on Windows is what {@code ./kata} does elsewhere. */
class LaunchersAgreeTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runner/launch",
                ".kata/build.log",
                "-q -B -pl otp,web,observer,runner prepare-package",
                "mvn",
                "MAVEN_OPTS",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "_JAVA_OPTIONS",
                "Cannot find matching toolchain",
                "Could not transfer",
                "Failed to fetch",
                "offline mode",
                "Building the runner (once) ...",
                "The runner could not be built:",
                "This kata needs JDK 25, and there is none on this machine.",
                "Install one, for example from https://adoptium.net, and run",
                "The first run downloads libraries, and the network did not deliver them.",
                "The kata cannot write to the folder"
            })
    void both_start_build_and_explain_alike(String words) throws IOException {
        assertThat(read("kata")).contains(words);
        assertThat(read("kata.cmd").replace('\\', '/')).contains(words);
    }

    @Test
    void both_start_java_with_the_arguments_that_the_build_has_written() throws IOException {
        assertThat(read("kata")).endsWith("/bin/java\" \"@$launch/arguments\" \"$@\"\n");
        assertThat(read("kata.cmd")).contains("\\bin\\java.exe\" \"@%launch%\\arguments\" %*\r\n");
    }

    @Test
    void windows_reads_its_own_line_ends_and_nothing_but_ascii() throws IOException {
        String text = read("kata.cmd");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        assertThat(read("kata")).doesNotContain("\r");
    }

    private static String read(String launcher) throws IOException {
        return Files.readString(ROOT.resolve(launcher));
    }
}
