package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

/** The script starts Java, whatever a machine's variables say. */
@DisabledOnOs(OS.WINDOWS)
class AnyMachineTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("basedir", ""), "../kata").toAbsolutePath().normalize();

    private final Map<String, String> variables = new HashMap<>();

    private String redirection = "";

    @TempDir private Path home;

    @BeforeEach
    void write_a_kata() throws IOException {
        Files.copy(SCRIPT, home.resolve("kata"));
        write("jdk/bin/java", "env");
        buildsAfter("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void java_starts_without_the_options_of_the_machine(String variable) throws Exception {
        variables.put(variable, "-XX:+UseG1GC");
        assertThat(launch()).doesNotContain("UseG1GC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MAVEN_OPTS"})
    void what_keeps_maven_from_starting_is_left_out(String variable) throws Exception {
        variables.put(variable, "nonsense");
        buildsAfter("[ \"${%s:-}\" != nonsense ] || exit 1".formatted(variable));
        assertThat(launch()).contains("PATH=");
    }

    @Test
    void a_java_home_without_java_is_named_and_ignored() throws Exception {
        variables.put("JAVA_HOME", "/nonexistent");
        buildsAfter("[ -z \"${JAVA_HOME:-}\" ] || exit 1");
        assertThat(launch()).contains("There is no Java in /nonexistent", "PATH=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_YY.UTF-9"})
    void a_locale_without_other_letters_gets_them(String locale) throws Exception {
        variables.put("LC_ALL", locale);
        assertThat(launch()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void a_folder_with_a_colon_is_refused_in_a_sentence() throws Exception {
        Path folder = Files.createDirectory(home.resolve("a:b"));
        Files.copy(SCRIPT, folder.resolve("kata"));
        home = folder;
        assertThat(launch()).contains("a:b, and Java takes the colon").endsWith("folder.\n");
    }

    /** What is closed would be the first file that Java opens. */
    @ParameterizedTest
    @ValueSource(strings = {"<&-", ">&-", "2>&-"})
    void no_stream_is_closed_for_java(String closed) throws Exception {
        write(
                "jdk/bin/java",
                "for file in 0 1 2; do [ -e /dev/fd/$file ] && echo $file; done >open");
        redirection = closed;
        launch();
        assertThat(home.resolve("open")).hasContent("0\n1\n2");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void what_cannot_be_said_does_not_end_the_build() throws Exception {
        redirection = "2>/dev/full";
        assertThat(launch()).contains("PATH=");
    }

    @Test
    void too_few_files_are_told_with_the_limit_and_what_to_do() throws Exception {
        assertThat(launch("ulimit -n 64;"))
                .contains("Only 64 files may be open at a time (ulimit -n)", "Raise this limit")
                .doesNotContain("PATH=");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void too_few_addresses_are_told_with_the_limit_and_what_to_do() throws Exception {
        assertThat(launch("ulimit -v 2000000;"))
                .contains("2000000 kilobytes of addresses (ulimit -v)", "Raise this limit")
                .doesNotContain("PATH=");
    }

    @Test
    void what_java_says_when_it_does_not_start_is_shown() throws Exception {
        buildsAfter("echo Unrecognized VM option; exit 1");
        assertThat(launch()).contains("The runner could not be built:\nUnrecognized VM option\n");
    }

    private void buildsAfter(String condition) throws IOException {
        write(
                "mvnw",
                """
                [ "$1" = --version ] && exit 0
                %s
                mkdir -p runner/launch
                echo "$PWD/jdk" > runner/launch/java-home
                echo "-version" > runner/launch/arguments
                """
                        .formatted(condition));
    }

    private String launch() throws Exception {
        return launch("");
    }

    private String launch(String before) throws Exception {
        var builder =
                new ProcessBuilder("sh", "-c", before + "./kata " + redirection)
                        .directory(home.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private void write(String path, String commands) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        file.toFile().setExecutable(true);
    }
}
