package kata.stage;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A test that fails on a wrong solution.
 *
 * @param test class and method, such as {@code TodoCacheTest.same_name_same_pid}
 * @param says what of its message is the same in every run: all of it, or its beginning and {@code
 *     ...}; empty if nothing is known to be
 * @param sometimes whether it failed in some runs only
 */
public record KnownFailure(String test, String says, boolean sometimes) {

    /** What a message ends with of which only the beginning is the same. */
    public static final String MORE = " ...";

    /**
     * Returns the file beside a stage's wrong solutions that says which tests fail on each of them,
     * so that a learner's mistake can be recognised.
     */
    public static Path fileOf(Stage stage) {
        return stage.wrongSolutions().resolve("failures.yaml");
    }

    /**
     * Reads the tests that fail on each wrong solution, by its name; nothing if there is no file.
     *
     * @throws KataException if the file is wrong
     */
    public static Map<String, List<KnownFailure>> readAll(Stage stage) {
        return read(stage).failures();
    }

    /**
     * Reads with which files the failures on each wrong solution were recorded, by its name: a
     * checksum. Nothing if there is no file.
     *
     * @throws KataException if the file is wrong
     */
    public static Map<String, String> recordedWith(Stage stage) {
        return read(stage).recordedWith();
    }

    private static Entry read(Stage stage) {
        Path file = fileOf(stage);
        return Files.exists(file)
                ? YamlFile.read(stage.root(), file, Entry.class)
                : new Entry(Map.of(), Map.of());
    }

    private record Entry(
            Map<String, List<KnownFailure>> failures,
            @JsonProperty("recorded-with") Map<String, String> recordedWith) {}

    /** Tells whether it differs from run to run. */
    public boolean varies() {
        return sometimes || says.isEmpty() || says.endsWith(MORE);
    }

    /** Tells whether this message may be that of the test. */
    public boolean fits(String message) {
        return says.isEmpty()
                || says.equals(message)
                || says.endsWith(MORE)
                        && message.startsWith(says.substring(0, says.length() - MORE.length()));
    }
}
