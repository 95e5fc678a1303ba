package kata.stage;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.nio.file.Path;
import java.util.List;

/**
 * A mistake that learners make, kept to prove that a test catches it.
 *
 * @param name the name of its folder, which says what is wrong
 * @param folder the folder that holds its files
 * @param caughtBy the tests that must fail on it, such as {@code TodoCacheTest.same_name_same_pid}
 * @param reread the anchor of the lesson's heading to read again after this mistake
 * @param mayTimeOut whether the mistake shows in that nothing ever answers
 * @param sources the files that differ from the solution's
 */
public record WrongSolution(
        String name,
        Path folder,
        String title,
        List<String> caughtBy,
        String reread,
        boolean mayTimeOut,
        List<SourceFile> sources) {

    /** The name of the file that describes one, beside the files that are wrong. */
    public static final String DESCRIPTION = "wrong.yaml";

    /**
     * Reads a stage's wrong solutions, sorted by name; none if it has no folder for them.
     *
     * @throws KataException if one of them has no file that describes it, or a wrong one
     */
    public static List<WrongSolution> readAll(Stage stage) {
        return YamlFile.readEach(stage.root(), stage.wrongSolutions(), DESCRIPTION, Entry.class)
                .entrySet()
                .stream()
                .map(wrong -> read(stage.root(), wrong.getKey(), wrong.getValue()))
                .toList();
    }

    private static WrongSolution read(Path root, Path folder, Entry entry) {
        if (entry.title.isBlank() || entry.reread.isBlank() || entry.caughtBy.isEmpty()) {
            throw new KataException(
                    "%s needs a 'title', a 'reread' and a 'caught-by': add what is missing."
                            .formatted(
                                    SourceFile.slashes(
                                            root.relativize(folder.resolve(DESCRIPTION)))));
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
