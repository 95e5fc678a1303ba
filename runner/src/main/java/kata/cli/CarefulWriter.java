package kata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and deletes files that may hold somebody's work: what they held before is kept in a folder
 * below {@code .kata/replaced}.
 */
final class CarefulWriter {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS");

    private final Path root;
    private final Path keptIn;
    private final List<Path> changed = new ArrayList<>();
    private boolean hasKept;

    /** Creates a writer for the kata in this folder. */
    CarefulWriter(Path root, LocalDateTime now) {
        this.root = root;
        this.keptIn = root.resolve(".kata").resolve("replaced").resolve(NAME.format(now));
    }

    /** Writes a file, unless it says the same already. */
    void write(Path file, String text) {
        try {
            if (Files.exists(file)) {
                if (Files.readString(file).replace("\r\n", "\n").equals(text)) {
                    return;
                }
                keep(file);
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            changed.add(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a file. */
    void delete(Path file) {
        try {
            keep(file);
            Files.delete(file);
            changed.add(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Prints what was written and deleted, and where that is kept which was there before. */
    void print(Terminal terminal) {
        changed.forEach(file ->
                terminal.line(
                        "%s %s",
                        Files.exists(file) ? "wrote  " : "deleted", root.relativize(file)));
        if (changed.isEmpty()) {
            terminal.line("Everything is as the solutions and stages.yaml say.");
        }
        if (hasKept) {
            terminal.line("What these files held before is kept in %s", root.relativize(keptIn));
        }
    }

    private void keep(Path file) throws IOException {
        Path copy = keptIn.resolve(root.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        hasKept = true;
    }
}
