package kata.compile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folders that only this process writes to. A lock on the file beside one says that its process
 * lives: the system releases the lock, however the process has ended.
 */
public final class ProcessFolder {

    private static final String LOCK = ".lock";

    /** The lock of each. Never closed: to close any channel of a file releases the locks on it. */
    private static final Map<Path, FileChannel> OWN = new HashMap<>();

    private ProcessFolder() {}

    /**
     * Returns this process's folder below another. At the first call it is created, and the folders
     * of processes that have ended are deleted.
     *
     * @throws IOException if it cannot be created
     */
    public static synchronized Path below(Path place) throws IOException {
        // By another name, such as a link's, this process would find its own lock in its way.
        Path parent = Files.createDirectories(place).toRealPath();
        for (Path own : OWN.keySet()) {
            if (own.getParent().equals(parent) && Files.exists(lockOf(own))) {
                return own;
            }
        }
        Path own = claim(parent);
        for (Path folder : folders(parent)) {
            if (!OWN.containsKey(folder)) {
                deleteIfAbandoned(folder);
            }
        }
        return own;
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    /** The lock comes before the folder: a folder without a lock has no process. */
    private static Path claim(Path parent) throws IOException {
        Path lockFile = Files.createTempFile(parent, "process-", LOCK);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException noLocks) {
            // This file system has none. Nothing is abandoned there, as far as can be seen.
        }
        String name = lockFile.getFileName().toString();
        Path folder = lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        OWN.put(folder, channel);
        return Files.createDirectory(folder);
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(Files::isDirectory).toList();
        }
    }

    private static void deleteIfAbandoned(Path folder) {
        try (FileChannel channel =
                        FileChannel.open(
                                lockOf(folder),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new FileTree(folder).delete();
                Files.deleteIfExists(lockOf(folder));
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            // The next process tries again.
        }
    }
}
