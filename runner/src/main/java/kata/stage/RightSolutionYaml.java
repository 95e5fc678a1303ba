package kata.stage;

import java.nio.file.Path;
import java.util.List;

/** The file {@code right.yaml} that describes a right solution, beside the files that differ. */
public final class RightSolutionYaml {

    /** The file's name. */
    public static final String NAME = "right.yaml";

    private RightSolutionYaml() {}

    /**
     * Reads a stage's right solutions, sorted by name; none if it has no folder for them.
     *
     * @throws KataException if one of them has no file that describes it, or a wrong one
     */
    public static List<RightSolution> readAll(Stage stage) {
        return KeptSolutions.readAll(stage.rightSolutions(), folder -> read(stage.root(), folder));
    }

    private static RightSolution read(Path root, Path folder) {
        String shownAs = KeptSolutions.shownAs(root, folder.resolve(NAME));
        Entry entry = YamlFile.read(folder.resolve(NAME), shownAs, Entry.class);
        return new RightSolution(
                folder.getFileName().toString(),
                folder,
                KeptSolutions.required(entry.title(), shownAs, "title"),
                SourceFile.in(root, folder));
    }

    private record Entry(String title) {}
}
