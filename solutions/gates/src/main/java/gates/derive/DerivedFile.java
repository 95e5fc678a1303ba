package gates.derive;

import kata.files.BackupWriter;
import kata.stage.KataException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of the kata that is never edited by hand, and what it has to say.
 *
 * @param path where it stands
 * @param text what it has to say; empty if it must not be there
 */
public record DerivedFile(Path path, Optional<String> text) {

    /** Writes or deletes the file, unless it is as it has to be. */
    void write(BackupWriter writer) {
        if (text.isPresent()) {
            writer.write(path, text.get());
        } else if (Files.exists(path)) {
            writer.delete(path);
        }
    }

    /** Returns how the file differs from what it has to say; nothing if it does not. */
    public Optional<String> difference() {
        if (!Files.exists(path)) {
            return text.map(_ -> "It is missing.");
        }
        return text.isEmpty()
                ? Optional.of("It must not be there.")
                : firstDifference(text.get().lines().toList(), present());
    }

    private List<String> present() {
        try {
            return Files.readString(path).lines().toList();
        } catch (IOException failure) {
            throw KataException.notRead(path, failure);
        }
    }

    private static Optional<String> firstDifference(List<String> derived, List<String> present) {
        if (derived.equals(present)) {
            return Optional.empty();
        }
        int index = 0;
        while (line(derived, index).equals(line(present, index))) {
            index++;
        }
        return Optional.of(
                "Line %d should be\n  %s\nbut it is\n  %s"
                        .formatted(index + 1, line(derived, index), line(present, index)));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(the end of the file)";
    }
}
