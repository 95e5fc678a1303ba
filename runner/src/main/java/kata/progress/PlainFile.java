package kata.progress;

import kata.stage.KataException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A small file of plain lines below {@code .kata}, which a person may read, change and delete.
 *
 * @param header what it says about itself
 */
public record PlainFile(Path path, String header) {

    private static final String COMMENT = "# ";

    /** Returns the file of this name of the kata in this folder; it need not exist. */
    public static PlainFile of(Path root, String name, String header) {
        return new PlainFile(root.resolve(".kata").resolve(name), header);
    }

    /** Returns the lines below the header; none if there is no such file, or it is broken. */
    public List<String> lines() {
        try {
            return Files.readAllLines(path).stream()
                    .filter(line -> !line.startsWith(COMMENT) && !line.isBlank())
                    .toList();
        } catch (IOException missingOrBroken) {
            return List.of();
        }
    }

    /** Returns what stands behind these words, with which a line begins. */
    Optional<String> get(String key) {
        return lines().stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    /**
     * Puts a line in the place of the one that begins with these words.
     *
     * @throws KataException if the file cannot be written
     */
    void put(String key, String value) {
        change(lines ->
                Stream.concat(
                                lines.stream().filter(line -> !line.startsWith(key + " ")),
                                Stream.of(key + " " + value))
                        .toList());
    }

    /**
     * Puts what becomes of the lines below the header in their place. Waits for others who change
     * lines, in this process or in another, so that no change is lost.
     *
     * @throws KataException if the file cannot be written
     */
    public void change(UnaryOperator<List<String>> change) {
        synchronized (PlainFile.class) {
            try {
                Files.createDirectories(path.getParent());
                try (FileChannel channel =
                                FileChannel.open(
                                        path.resolveSibling("lock"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        FileLock _ = lock(channel)) {
                    write(change.apply(lines()).stream());
                }
            } catch (IOException failure) {
                throw KataException.notWritten(path, failure);
            }
        }
    }

    /** Some file systems have no locks: null stands for none. */
    private static FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException noLocks) {
            return null;
        }
    }

    /**
     * Puts these lines in the place of those below the header.
     *
     * @throws KataException if the file cannot be written
     */
    public void write(Stream<String> lines) {
        try {
            Files.createDirectories(path.getParent());
            Path draft = Files.createTempFile(path.getParent(), path.getFileName() + "-", ".draft");
            try {
                Files.write(draft, Stream.concat(Stream.of(COMMENT + header), lines).toList());
                // Another process may be reading it: it finds the former file, or this one.
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw KataException.notWritten(path, failure);
        }
    }
}
