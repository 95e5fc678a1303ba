package kata.stage;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.nio.file.Path;
import java.util.List;

/** The file {@code wrong.yaml} that describes a wrong solution, beside the files that are wrong. */
public final class WrongSolutionYaml {

    /** The file's name. */
    public static final String NAME = "wrong.yaml";

    private WrongSolutionYaml() {}

    /**
     * Reads a stage's wrong solutions, sorted by name; none if it has no folder for them.
     *
     * @throws KataException if one of them has no file that describes it, or a wrong one
     */
    public static List<WrongSolution> readAll(Stage stage) {
        return YamlFile.readEach(stage.root(), stage.wrongSolutions(), NAME, Entry.class)
                .entrySet()
                .stream()
                .map(wrong -> read(stage.root(), wrong.getKey(), wrong.getValue()))
                .toList();
    }

    private static WrongSolution read(Path root, Path folder, Entry entry) {
        if (entry.title.isBlank() || entry.reread.isBlank() || entry.caughtBy.isEmpty()) {
            throw new KataException(
                    "%s needs a 'title', a 'reread' and a 'caught-by': add what is missing."
                            .formatted(SourceFile.slashes(root.relativize(folder.resolve(NAME)))));
        }
        return new WrongSolution(
                folder.getFileName().toString(),
                folder,
                entry.title.strip(),
                entry.caughtBy,
                entry.reread.strip(),
                entry.mayTimeOut,
                SourceFile.in(root, folder));
    }

    private record Entry(
            String title,
            @JsonProperty("caught-by") List<String> caughtBy,
            String reread,
            @JsonProperty("may-time-out") boolean mayTimeOut) {}
}
