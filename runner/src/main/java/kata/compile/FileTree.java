package kata.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder and everything below it; need not exist. */
public record FileTree(Path root) {

    /** Deletes it. */
    public void delete() throws IOException {
        if (Files.exists(root)) {
            for (Path path : paths().reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Copies it to a folder in which none of its files is yet. */
    public void copyTo(Path target) throws IOException {
        if (Files.isDirectory(root)) {
            for (Path path : paths()) {
                Path copy = target.resolve(root.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (Files.isRegularFile(path)) {
                    // To read a pipe is to wait for who writes into it.
                    Files.copy(path, copy);
                }
            }
        }
    }

    /** Returns each folder before what it holds. */
    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
