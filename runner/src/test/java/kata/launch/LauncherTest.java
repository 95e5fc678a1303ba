package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import kata.command.Output;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The script {@code ./kata}, with a Java and a Maven that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("basedir", ""), "../kata").toAbsolutePath().normalize();

    private static final String NO_JDK =
            """
            Building the runner (once) ...
            This kata needs JDK 25, and there is none on this machine.
            Install one, for example from https://adoptium.net, and run ./kata again.
            """;

    @TempDir private Path temporary;

    private final Map<String, String> variables = new HashMap<>();
    private Path home;

    @BeforeEach
    void write_a_kata() throws IOException {
        home = temporary.resolve("a kata");
        Files.createDirectories(home);
        Files.copy(SCRIPT, home.resolve("kata"));
        write("jdk/bin/java", "#!/bin/sh\necho \"$PWD: $*\"\nexit 7\n");
        write(
                "mvnw",
                """
                echo "$*" >> asked
                mkdir -p runner/launch
                echo "$PWD/jdk" > runner/launch/java-home
                echo "-version" > runner/launch/arguments
                """);
    }

    @Test
    void the_runner_is_built_once() throws Exception {
        Output first = launch(home.resolve("kata"), "list");
        assertThat(first)
                .isEqualTo(new Output(7, started("list"), "Building the runner (once) ...\n"));
        assertThat(launch(home.resolve("kata"), "list"))
                .isEqualTo(new Output(7, started("list"), ""));
        assertThat(home.resolve("asked"))
                .hasContent("--version\n-q -B -pl otp,web,observer,runner prepare-package\n");
    }

    @Test
    void it_starts_from_another_folder_and_through_a_symbolic_link() throws Exception {
        launch(home.resolve("kata"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("a kata/kata"));
        assertThat(launch(link, "run", "part2/1-cache"))
                .isEqualTo(new Output(7, started("run part2/1-cache"), ""));
    }

    @Test
    void java_is_told_where_it_was_called() throws Exception {
        write("jdk/bin/java", "#!/bin/sh\necho \"$KATA_FOLDER\"\n");
        String here = temporary.toRealPath() + "\n";
        assertThat(launch(home.resolve("kata")).out()).isEqualTo(here);

        variables.put("KATA_FOLDER", "/first");
        assertThat(launch(home.resolve("kata")).out()).isEqualTo(here);

        variables.put("KATA_REBUILT", "true");
        assertThat(launch(home.resolve("kata")).out()).isEqualTo("/first\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arguments", "java-home"})
    void a_build_that_was_interrupted_is_begun_anew(String unfinished) throws Exception {
        launch(home.resolve("kata"));
        write("runner/launch/" + unfinished, "");
        assertThat(launch(home.resolve("kata")).err()).startsWith("Building the runner");
    }

    @Test
    void without_jdk_25_it_says_where_to_get_one() throws Exception {
        failToBuild("[ERROR] Cannot find matching toolchain definitions");
        assertThat(launch(home.resolve("kata"))).isEqualTo(new Output(3, "", NO_JDK));
    }

    @Test
    void without_any_java_it_says_where_to_get_one() throws Exception {
        write("tools/dirname", "#!/bin/sh\nexec /usr/bin/dirname \"$@\"\n");
        variables.put("PATH", home.resolve("tools").toString());
        variables.put("JAVA_HOME", "");
        assertThat(launch(home.resolve("kata"))).isEqualTo(new Output(3, "", NO_JDK));
    }

    @Test
    void a_jdk_that_was_removed_is_looked_for_anew() throws Exception {
        launch(home.resolve("kata"));
        Files.delete(home.resolve("jdk/bin/java"));
        failToBuild("[ERROR] Cannot find matching toolchain definitions");
        assertThat(launch(home.resolve("kata"))).isEqualTo(new Output(3, "", NO_JDK));
    }

    @Test
    void without_network_it_says_that_the_first_run_needs_it() throws Exception {
        failToBuild("[ERROR] Could not transfer artifact x");
        assertThat(launch(home.resolve("kata")).err())
                .contains("The first run downloads libraries")
                .contains(".kata/build.log");
    }

    @Test
    void a_build_that_fails_shows_only_what_maven_calls_errors() throws Exception {
        failToBuild(
                """
                [INFO] much
                [ERROR] Main.java: not a statement
                [ERROR] To see the full stack trace of the errors
                [ERROR] more\
                """);
        Output said = launch(home.resolve("kata"));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("The runner could not be built:\nMain.java: not a statement\nAll that")
                .doesNotContain("much", "more", "stack trace");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        write(".kata", "not a folder");
        Output said = launch(home.resolve("kata"));
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("cannot write to the folder " + real() + "/.kata:");
    }

    private void failToBuild(String log) throws IOException {
        write("mvnw", "[ \"$1\" = --version ] || { echo '%s'; exit 1; }\n".formatted(log));
    }

    private Output launch(Path script, String... arguments) throws Exception {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        var builder =
                new ProcessBuilder(
                                Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                                        .toList())
                        .directory(temporary.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        return new Output(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private String started(String arguments) throws IOException {
        return "%s: @runner/launch/arguments %s\n".formatted(real(), arguments);
    }

    private Path real() throws IOException {
        return home.toRealPath();
    }

    private Path write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
        return file;
    }
}
