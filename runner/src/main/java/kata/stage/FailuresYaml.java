package kata.stage;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The file {@code failures.yaml} beside a stage's wrong solutions: which tests fail on each of
 * them, and what they say, so that a learner's mistake can be recognised.
 */
public final class FailuresYaml {

    /** The file's name. */
    public static final String NAME = "failures.yaml";

    private static final String HEAD =
            """
            # The tests that fail on each wrong solution, and what they say: derived, see README.md.
            failures:
            """;

    /**
     * Each failure is a line of JSON, which YAML is, too. It is ASCII, as a test may print half of
     * a character, which no UTF-8 file can hold.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private FailuresYaml() {}

    /** Returns where a stage has the file. */
    public static Path of(Stage stage) {
        return stage.wrongSolutions().resolve(NAME);
    }

    /**
     * Reads the tests that fail on each wrong solution, by its name; nothing if there is no file.
     *
     * @throws KataException if the file is wrong
     */
    public static Map<String, List<KnownFailure>> read(Stage stage) {
        Path file = of(stage);
        if (!Files.exists(file)) {
            return Map.of();
        }
        return YamlFile.read(stage.root(), file, Entry.class).failures();
    }

    /** Returns what the file is to hold. */
    public static String text(SortedMap<String, List<KnownFailure>> failures) {
        return failures.entrySet().stream()
                .map(wrong -> "  %s:%s\n".formatted(wrong.getKey(), list(wrong.getValue())))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String list(List<KnownFailure> failures) {
        return failures.isEmpty()
                ? " []"
                : failures.stream()
                        .map(failure -> "\n    - " + JSON.writeValueAsString(failure))
                        .collect(Collectors.joining());
    }

    private record Entry(Map<String, List<KnownFailure>> failures) {}
}
