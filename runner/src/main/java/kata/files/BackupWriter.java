package kata.files;

import kata.stage.KataException;
import kata.stage.Stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes and deletes files that may hold a learner's work: what they held before is kept in another
 * folder, at the same path.
 */
public final class BackupWriter {

    /** The folder below the kata's that keeps a learner's files. */
    public static final Path KEPT = Path.of(".kata", "kept");

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss-SSS");

    private final Path folder;
    private final Path keptIn;
    private final List<Path> changed = new ArrayList<>();
    private boolean hasKept;

    /**
     * Creates a writer for the files below a folder.
     *
     * @param keeping where the files are kept, in a folder that is named after the time
     */
    public BackupWriter(Path folder, Path keeping, LocalDateTime now) {
        this.folder = folder;
        this.keptIn = keeping.resolve(NAME.format(now));
    }

    /** Creates a writer for the files of a stage below a folder, such as that of the tests. */
    public static BackupWriter of(Stage stage, Path folder) {
        return new BackupWriter(
                folder, stage.root().resolve(KEPT).resolve(stage.path()), LocalDateTime.now());
    }

    /**
     * Writes a file, unless it says the same already.
     *
     * @throws KataException if it cannot be kept or written
     */
    public void write(Path file, String text) {
        try {
            if (Files.exists(file)) {
                if (says(file, text)) {
                    return;
                }
                keep(file);
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            changed.add(file);
        } catch (IOException failure) {
            throw KataException.notWritten(file, failure);
        }
    }

    /**
     * Deletes a file.
     *
     * @throws KataException if it cannot be kept or deleted
     */
    public void delete(Path file) {
        try {
            keep(file);
            Files.delete(file);
            changed.add(file);
        } catch (IOException failure) {
            throw KataException.notWritten(file, failure);
        }
    }

    /** Returns the files that were written or deleted, in that order. */
    public List<Path> changed() {
        return List.copyOf(changed);
    }

    /** Returns the folder that keeps what the files held before, if there is anything to keep. */
    public Optional<Path> keptIn() {
        return Optional.of(keptIn).filter(_ -> hasKept);
    }

    /**
     * Tells whether a file says this, whatever its line ends are.
     *
     * @throws IOException if it cannot be read
     */
    static boolean says(Path file, String text) throws IOException {
        if (!Files.isRegularFile(file)) {
            // To read a pipe is to wait for who writes into it.
            throw new FileSystemException(file.toString(), null, "it is not a file: remove it");
        }
        // What is no text differs from every text.
        String present = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return present.replace("\r\n", "\n").equals(text.replace("\r\n", "\n"));
    }

    private void keep(Path file) {
        Path copy = keptIn.resolve(folder.relativize(file));
        try {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        } catch (IOException failure) {
            throw new KataException(
                    "%s is left as it is, as no copy of it can be kept. %s"
                            .formatted(file, KataException.notWritten(copy, failure).getMessage()),
                    failure);
        }
        hasKept = true;
    }
}
