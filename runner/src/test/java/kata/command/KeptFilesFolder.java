package kata.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The learner's files that a command has kept before it put others in their place. */
final class KeptFilesFolder {

    private KeptFilesFolder() {}

    /** Returns what is kept of the stage {@code part1/1-numbers}: paths and texts. */
    static Map<String, String> in(Path folder) {
        return in(folder, "part1/1-numbers");
    }

    /** Returns what is kept of a stage: paths and texts. */
    static Map<String, String> in(Path folder, String stage) {
        Path kept = folder.resolve(".kata/kept").resolve(stage);
        if (!Files.exists(kept)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> path(kept, file), KeptFilesFolder::text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Below the stage's folder there is one for each time. */
    private static String path(Path kept, Path file) {
        Path below = kept.relativize(file);
        return below.subpath(1, below.getNameCount()).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
