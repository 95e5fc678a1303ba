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
        return KeptSolutions.readAll(stage.wrongSolutions(), folder -> read(stage.root(), folder));
    }

    private static WrongSolution read(Path root, Path folder) {
        String shownAs = KeptSolutions.shownAs(root, folder.resolve(NAME));
        Entry entry = YamlFile.read(folder.resolve(NAME), shownAs, Entry.class);
        return new WrongSolution(
                folder.getFileName().toString(),
                folder,
                KeptSolutions.required(entry.title(), shownAs, "title"),
                caughtBy(entry, shownAs),
                KeptSolutions.required(entry.reread(), shownAs, "reread"),
                entry.mayTimeOut(),
                SourceFile.in(root, folder));
    }

    private static List<String> caughtBy(Entry entry, String shownAs) {
        if (entry.caughtBy() == null || entry.caughtBy().isEmpty()) {
            throw KeptSolutions.missing(shownAs, "caught-by");
        }
        return entry.caughtBy().stream()
                .map(test -> KeptSolutions.required(test, shownAs, "caught-by"))
                .toList();
    }

    private record Entry(
            String title,
            @JsonProperty("caught-by") List<String> caughtBy,
            String reread,
            @JsonProperty("may-time-out") boolean mayTimeOut) {}
}
