package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import kata.command.Output;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The script {@code kata.cmd}, run by Windows' own interpreter, or by Wine's where there is one. In
 * place of Java there is a copy of that interpreter: it does what it reads from its input.
 */
@EnabledIf("isThereAnInterpreter")
class WindowsLauncherTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("basedir", ""), "../kata.cmd").toAbsolutePath().normalize();

    private static final String NO_JDK =
            """
            Building the runner (once) ...
            This kata needs JDK 25, and there is none on this machine.
            Install one, for example from https://adoptium.net, and run kata again.
            """;

    private static final String NO_FINDSTR = "Wine's findstr finds everything everywhere";

    private static final boolean IS_WINDOWS = OS.WINDOWS.isCurrentOs();

    @TempDir private static Path wine;

    @TempDir private Path temporary;

    private final Map<String, String> variables = new HashMap<>();
    private Path home;
    private Path caller;

    static boolean isThereAnInterpreter() {
        return IS_WINDOWS
                || Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wineserver")));
    }

    @AfterAll
    static void end_wine() throws Exception {
        if (!IS_WINDOWS) {
            var end = new ProcessBuilder("wineserver", "--kill");
            end.environment().put("WINEPREFIX", wine.toString());
            end.start().waitFor();
        }
    }

    @BeforeEach
    void write_a_kata() throws Exception {
        home = Files.createDirectories(temporary.resolve("a kata"));
        caller = Files.createDirectories(home.resolve("part1/1-numbers"));
        Files.copy(SCRIPT, home.resolve("kata.cmd"));
        Files.createDirectories(home.resolve("jdk/bin"));
        Files.copy(interpreter(), home.resolve("jdk/bin/java.exe"));
        variables.put("JAVA_HOME", named(home.resolve("jdk")));
        write(
                "mvnw.cmd",
                """
                @echo off
                echo %*>>asked
                mkdir runner\\launch 2>nul
                <nul set /p "=%CD%\\jdk" >runner\\launch\\java-home
                echo -version>runner\\launch\\arguments
                exit /b 0
                """);
    }

    private Path interpreter() throws Exception {
        if (IS_WINDOWS) {
            return Path.of(System.getenv("SystemRoot"), "System32", "cmd.exe");
        }
        run(List.of("wine", "cmd", "/c", "exit"), "");
        return wine.resolve("drive_c/windows/system32/cmd.exe");
    }

    @Test
    void the_runner_is_built_once_and_the_code_is_that_of_java() throws Exception {
        Output first = launch("exit 7", "list");
        assertThat(first.err()).isEqualTo("Building the runner (once) ...\n");
        assertThat(first.code()).isEqualTo(7);
        Output second = launch("exit 0", "list");
        assertThat(second.err()).isEmpty();
        assertThat(second.code()).isZero();
        assertThat(Files.readAllLines(home.resolve("asked")))
                .map(String::strip)
                .containsExactly("--version", "-q -B -pl otp,web,observer,runner prepare-package");
    }

    @Test
    void java_is_told_where_it_was_called_and_works_in_the_katas_folder() throws Exception {
        assertThat(launch("echo [%KATA_FOLDER%] [%CD%]").out())
                .contains("[%s] [%s]".formatted(named(caller), named(home)));
        variables.put("KATA_FOLDER", "first");
        variables.put("KATA_REBUILT", "true");
        assertThat(launch("echo [%KATA_FOLDER%]").out()).contains("[first]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void options_that_the_machine_gives_to_every_java_are_not_given(String name) throws Exception {
        variables.put(name, "-XX:+UseWrongGC");
        assertThat(launch("set " + name).out()).doesNotContain("UseWrongGC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"runner/launch/arguments", "runner/launch/java-home", "jdk/bin/java.exe"})
    void what_is_missing_is_built_anew(String missing) throws Exception {
        launch("exit 7");
        Files.delete(home.resolve(missing));
        assertThat(launch("exit 7").err()).startsWith("Building the runner (once) ...\n");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = NO_FINDSTR)
    void without_jdk_25_it_says_where_to_get_one() throws Exception {
        failToBuild("[ERROR] Cannot find matching toolchain definitions");
        assertThat(launch("exit 7")).isEqualTo(new Output(3, "", NO_JDK));
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = NO_FINDSTR)
    void without_network_it_says_that_the_first_run_needs_it() throws Exception {
        failToBuild("[ERROR] Could not transfer artifact x");
        Output said = launch("exit 7");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("The first run downloads libraries")
                .contains(named(home) + "\\.kata\\build.log");
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = NO_FINDSTR)
    void a_build_that_fails_shows_only_what_maven_calls_errors() throws Exception {
        failToBuild("[INFO] much", "[ERROR] Main.java: not a statement");
        Output said = launch("exit 7");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("The runner could not be built:\n[ERROR] Main.java: not a statement\nAll")
                .doesNotContain("much");
    }

    /** On Wine, too: it looks for Java before it looks into the log. */
    @Test
    void without_any_java_it_says_where_to_get_one() throws Exception {
        variables.put("JAVA_HOME", "");
        assumeTrue(launch("exit 7").code() == 3, "there is a java on the path");
        assertThat(launch("exit 7")).isEqualTo(new Output(3, "", NO_JDK));
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        write(".kata", "not a folder");
        Output said = launch("exit 7");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("cannot write to the folder \"" + named(home) + "\\.kata\"");
    }

    private void failToBuild(String... log) throws IOException {
        List<String> lines = new ArrayList<>(List.of("@echo off", "if %1==--version exit /b 0"));
        Stream.of(log).map("echo "::concat).forEach(lines::add);
        lines.add("exit /b 1");
        write("mvnw.cmd", String.join("\n", lines));
    }

    /** Starts the kata in a stage's folder; what stands for Java reads these lines. */
    private Output launch(String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(IS_WINDOWS ? List.of() : List.of("wine"));
        command.addAll(List.of("cmd", "/c", "..\\..\\kata.cmd"));
        command.addAll(List.of(arguments));
        return run(command, input);
    }

    private Output run(List<String> command, String input) throws Exception {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Path in = Files.writeString(temporary.resolve("in"), input + "\r\n");
        var builder =
                new ProcessBuilder(command)
                        .directory(caller.toFile())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(variables);
        builder.environment().putAll(Map.of("WINEPREFIX", wine.toString(), "WINEDEBUG", "-all"));
        int code = builder.start().waitFor();
        return new Output(code, lines(out), lines(err));
    }

    private static String lines(Path printed) throws IOException {
        return Files.readString(printed, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Returns the path as Windows writes it; Wine calls the whole file system Z. */
    private static String named(Path path) throws IOException {
        return IS_WINDOWS
                ? path.toRealPath().toString()
                : "Z:" + path.toRealPath().toString().replace('/', '\\');
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(home.resolve(path), text.replace("\n", "\r\n"));
    }
}
