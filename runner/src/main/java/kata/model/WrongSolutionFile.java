package kata.model;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The file {@code wrong.yaml} that describes a wrong solution, beside the files that are wrong. */
public final class WrongSolutionFile {

    /** The file's name. */
    public static final String NAME = "wrong.yaml";

    private WrongSolutionFile() {}

    /**
     * Reads a stage's wrong solutions, sorted by name; none if it has no folder for them.
     *
     * @throws KataException if one of them has no file that describes it, or a wrong one
     */
    public static List<WrongSolution> readAll(Stage stage) {
        if (!Files.isDirectory(stage.wrongSolutions())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(stage.wrongSolutions())) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> read(stage.root(), folder))
                    .toList();
        } catch (IOException failure) {
            throw new KataException(
                    "The folder %s cannot be read: check its permissions."
                            .formatted(stage.wrongSolutions()),
                    failure);
        }
    }

    private static WrongSolution read(Path root, Path folder) {
        String shownAs = root.relativize(folder.resolve(NAME)).toString().replace('\\', '/');
        Entry entry = YamlFile.read(folder.resolve(NAME), shownAs, Entry.class);
        return new WrongSolution(
                folder.getFileName().toString(),
                folder,
                required(entry.title(), shownAs, "title"),
                caughtBy(entry, shownAs),
                required(entry.reread(), shownAs, "reread"),
                entry.mayTimeOut(),
                SourceFile.in(root, folder));
    }

    private static List<String> caughtBy(Entry entry, String shownAs) {
        if (entry.caughtBy() == null || entry.caughtBy().isEmpty()) {
            throw missing(shownAs, "caught-by");
        }
        return entry.caughtBy().stream().map(test -> required(test, shownAs, "caught-by")).toList();
    }

    private static String required(String value, String shownAs, String key) {
        if (value == null || value.isBlank()) {
            throw missing(shownAs, key);
        }
        return value.strip();
    }

    private static KataException missing(String shownAs, String key) {
        return new KataException("%s has no '%s': add it.".formatted(shownAs, key));
    }

    private record Entry(
            String title,
            @JsonProperty("caught-by") List<String> caughtBy,
            String reread,
            @JsonProperty("may-time-out") boolean mayTimeOut) {}
}
