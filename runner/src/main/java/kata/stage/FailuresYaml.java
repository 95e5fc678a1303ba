package kata.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file {@code failures.yaml} beside a stage's wrong solutions: which tests fail on each of
 * them, and what they say, so that a learner's mistake can be recognised.
 */
public final class FailuresYaml {

    /** The file's name. */
    public static final String NAME = "failures.yaml";

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

    private record Entry(Map<String, List<KnownFailure>> failures) {}
}
