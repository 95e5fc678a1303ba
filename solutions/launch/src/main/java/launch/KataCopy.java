package launch;

import kata.compile.FileTree;
import kata.files.BackupWriter;
import kata.files.SourceFolder;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * A copy of the whole kata in a temporary folder, in which code may be changed without any danger
 * for a learner's. What is built is copied as well, so that {@code ./kata} starts there at once;
 * what a learner has done with the kata is not.
 *
 * @param root the folder of the copy
 */
public record KataCopy(Path root) implements AutoCloseable {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".kata");
    private static final Set<Path> BUILT =
            Set.of(
                    Path.of("otp/target"),
                    Path.of("web/target"),
                    Path.of("observer/target"),
                    Path.of("runner/target"));

    /**
     * Copies the kata in this folder. Blocks for some 90 MB.
     *
     * @throws KataException if it cannot be copied
     */
    public static KataCopy of(Path original) {
        try {
            KataCopy copy = new KataCopy(Files.createTempDirectory("kata").toRealPath());
            Files.walkFileTree(original, new Copier(original, copy.root));
            return copy;
        } catch (IOException failure) {
            throw new KataException(
                    "The kata could not be copied to a temporary folder: %s."
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    /** Reads the copy. */
    public Kata kata() {
        return StagesYaml.read(root);
    }

    /** Puts these files in the place of those that a learner writes in a stage of the copy. */
    public void write(List<SourceFile> files, Stage copied) {
        BackupWriter writer =
                new BackupWriter(root, root.resolve(".kata/kept"), LocalDateTime.now());
        new SourceFolder(copied.starterSources()).replaceAll(files, writer);
    }

    /**
     * Deletes the copy. What cannot be deleted is left to the system, which cleans temporary
     * folders.
     */
    @Override
    public void close() {
        try {
            new FileTree(root).delete();
        } catch (IOException inUse) {
            // The figures are as good as they would be without this.
        }
    }

    private static final class Copier extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (isLeftOut(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy(folder));
            return FileVisitResult.CONTINUE;
        }

        private boolean isLeftOut(Path folder) {
            return LEFT_OUT.contains(folder.getFileName().toString())
                    || folder.endsWith("target") && !BUILT.contains(from.relativize(folder));
        }

        // With their times: what is built must not look older than what it was built from.
        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException unreadable)
                throws IOException {
            Files.setLastModifiedTime(copy(folder), Files.getLastModifiedTime(folder));
            return super.postVisitDirectory(folder, unreadable);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.copy(file, copy(file), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        private Path copy(Path path) {
            return to.resolve(from.relativize(path).toString());
        }
    }
}
