package kata.stage;

import java.nio.file.Path;
import java.util.List;

/**
 * A solution that is written otherwise than the reference and as right, kept to prove that the
 * tests ask for no more than the lesson does.
 *
 * @param name the name of its folder, which says what is different
 * @param folder the folder that holds its files, and the one that says what is different
 * @param sources the files that differ from the reference's, or that the reference does not have
 */
public record RightSolution(String name, Path folder, String title, List<SourceFile> sources) {

    /** The name of the file that describes one, beside the files that differ. */
    public static final String DESCRIPTION = "right.yaml";

    /** Returns the folder that keeps a folder for each of a stage's. */
    public static Path folderOf(Stage stage) {
        return stage.solutionFolder().resolve("src/right");
    }

    /**
     * Reads a stage's right solutions, sorted by name; none if it has no folder for them.
     *
     * @throws KataException if one of them has no file that describes it, or a wrong one
     */
    public static List<RightSolution> readAll(Stage stage) {
        return YamlFile.readEach(stage.root(), folderOf(stage), DESCRIPTION, Entry.class)
                .entrySet()
                .stream()
                .map(right -> read(stage.root(), right.getKey(), right.getValue()))
                .toList();
    }

    private static RightSolution read(Path root, Path folder, Entry entry) {
        if (entry.title.isBlank()) {
            throw new KataException(
                    "%s has no 'title': add it."
                            .formatted(root.relativize(folder.resolve(DESCRIPTION))));
        }
        return new RightSolution(
                folder.getFileName().toString(),
                folder,
                entry.title.strip(),
                SourceFile.in(root, folder));
    }

    private record Entry(String title) {}
}
