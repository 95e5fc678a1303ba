package kata.watch;

import kata.stage.SourceFile;

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

/**
 * What the sources below a folder, or one file, looked like at a moment.
 *
 * @param files each file, and what changes when it is written
 */
record FileSnapshot(Map<Path, Stamp> files) {

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
     * meanwhile is left out, as is a folder that is not there. What editors keep beside the
     * sources, and what the code under test writes there, is none.
     */
    static FileSnapshot of(Path watched) {
        Map<Path, Stamp> files = new HashMap<>();
        try {
            Files.walkFileTree(watched, LINKS, Integer.MAX_VALUE, new Collector(watched, files));
        } catch (IOException vanished) {
            // What could be seen is what is there.
        }
        return new FileSnapshot(Map.copyOf(files));
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path watched;
        private final Map<Path, Stamp> files;

        Collector(Path watched, Map<Path, Stamp> files) {
            this.watched = watched;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.equals(watched) || SourceFile.hasSourceName(file)) {
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
