package kata.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the solutions that are kept to prove the tests: a folder each, with a file about it. */
final class KeptSolutions {

    private KeptSolutions() {}

    /**
     * Reads each folder of a folder, sorted by name; none if there is no such folder.
     *
     * @throws KataException if the folder cannot be read
     */
    static <T> List<T> readAll(Path folder, Function<Path, T> read) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().map(read).toList();
        } catch (IOException failure) {
            throw new KataException(
                    "The folder %s cannot be read: check its permissions.".formatted(folder),
                    failure);
        }
    }

    /** Returns the name of a file for messages: its path below the kata's root, with slashes. */
    static String shownAs(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Returns the value that a file must have.
     *
     * @throws KataException if it is missing or blank
     */
    static String required(String value, String shownAs, String key) {
        if (value == null || value.isBlank()) {
            throw missing(shownAs, key);
        }
        return value.strip();
    }

    /** Says that a file lacks what it must have. */
    static KataException missing(String shownAs, String key) {
        return new KataException("%s has no '%s': add it.".formatted(shownAs, key));
    }
}
