package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that the build has kept, and files that Java cannot use in their place. */
class AotCacheTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

    private static final Path ARGUMENTS = ROOT.resolve("runner/launch/arguments");
    private static final String KEPT = argument("-XX:AOTCache=(.*)");
    private static final String RUNNER = argument("(runner/launch/\\w+/lib/runner\\.jar).*");

    @TempDir private Path folder;

    @Test
    void the_runner_and_its_libraries_are_kept() throws Exception {
        String loaded = start(KEPT, RUNNER, "-Xlog:class+load");
        assertThat(loaded)
                .contains("kata.command.KataCommand source: shared objects file")
                .contains("org.assertj.core.api.Assertions source: shared objects file");
    }

    @Test
    void a_file_that_is_not_there_is_not_missed() throws Exception {
        assertStarts(folder.resolve("missing.aot").toString(), RUNNER);
    }

    @Test
    void a_damaged_file_is_passed_over() throws Exception {
        Path damaged = folder.resolve("damaged.aot");
        Files.writeString(damaged, "no classes");
        assertStarts(damaged.toString(), RUNNER);
    }

    @Test
    void a_file_that_was_cut_off_is_passed_over() throws Exception {
        Path cut = folder.resolve("cut.aot");
        try (var kept = Files.newInputStream(ROOT.resolve(KEPT))) {
            Files.write(cut, kept.readNBytes(1_000_000));
        }
        assertStarts(cut.toString(), RUNNER);
    }

    @Test
    void classes_of_other_libraries_are_passed_over() throws Exception {
        Path other = folder.resolve("other.jar");
        Files.copy(ROOT.resolve(RUNNER), other);
        assertStarts(KEPT, other.toString());
    }

    private static void assertStarts(String file, String runner) throws Exception {
        assertThat(start(file, runner)).matches("OTP kata \\S+\\RJava .*\\R");
    }

    /** Returns all that is printed by the launcher's Java with another file and another library. */
    private static String start(String file, String runner, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(options));
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : Files.readAllLines(ARGUMENTS)) {
            command.add(argument.replace(KEPT, file).replace(RUNNER, runner));
        }
        command.add("--version");
        Process process =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String argument(String pattern) {
        try (Stream<String> arguments = Files.lines(ARGUMENTS)) {
            return arguments
                    .map(Pattern.compile(pattern)::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
