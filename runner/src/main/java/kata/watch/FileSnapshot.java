package kata.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files below a folder looked like at a moment.
 *
 * @param files each file, and what changes when it is written
 */
record FileSnapshot(Map<Path, Stamp> files) {

    private static final Pattern NOT_SOURCES =
            Pattern.compile(".*(~|\\.(sw[a-z]|bak|tmp|orig|class))|4913");
    private static final Set<FileVisitOption> LINKS = Set.of(FileVisitOption.FOLLOW_LINKS);

    /**
     * What changes when a file is written.
     *
     * @param key what the file system knows it by, where it does: a file that is saved by renaming
     *     another has another
     */
    record Stamp(long size, FileTime modified, Object key) {

        private static Stamp of(BasicFileAttributes file) {
            return new Stamp(file.size(), file.lastModifiedTime(), String.valueOf(file.fileKey()));
        }
    }

    /**
     * Looks at the sources below a folder, or at one file; links are followed. What vanishes
     * meanwhile is left out, as is a folder that is not there.
     */
    static FileSnapshot of(Path folder) {
        Map<Path, Stamp> files = new HashMap<>();
        try {
            Files.walkFileTree(folder, LINKS, Integer.MAX_VALUE, new Collector(files));
        } catch (IOException vanished) {
            // What could be seen is what is there.
        }
        return new FileSnapshot(Map.copyOf(files));
    }

    /**
     * Editors and systems keep files of their own beside the sources: swap files, locks, backups.
     */
    private static boolean isSource(String name) {
        return !name.startsWith(".")
                && !name.startsWith("#")
                && !NOT_SOURCES.matcher(name).matches();
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Map<Path, Stamp> files;

        Collector(Map<Path, Stamp> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isSource(file.getFileName().toString())) {
                files.put(file, Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }
    }
}
