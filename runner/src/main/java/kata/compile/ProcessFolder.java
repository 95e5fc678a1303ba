package kata.compile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that only this process writes to. A lock on the file beside it says that the process
 * lives: the system releases the lock, however the process has ended.
 *
 * @param path the folder
 * @param lockFile the file beside it
 */
record ProcessFolder(Path path, Path lockFile) {

    private static final String LOCK = ".lock";

    private static final Map<Path, ProcessFolder> OWN = new HashMap<>();

    /** Never closed: to close any channel of a file releases the locks on it. */
    private static final Map<ProcessFolder, FileChannel> LOCKED = new HashMap<>();

    /**
     * Returns this process's folder below another. At the first call it is created, and the folders
     * of processes that have ended are deleted.
     *
     * @throws IOException if it cannot be created
     */
    static synchronized Path below(Path place) throws IOException {
        // By another name, such as a link's, this process would find its own lock in its way.
        Path parent = Files.createDirectories(place).toRealPath();
        ProcessFolder own = OWN.get(parent);
        if (own == null || Files.notExists(own.lockFile)) {
            own = claim(parent);
            OWN.put(parent, own);
            deleteAbandoned(parent);
        }
        return own.path;
    }

    /** The lock comes before the folder: a folder without a lock has no process. */
    private static ProcessFolder claim(Path parent) throws IOException {
        Path lockFile = Files.createTempFile(parent, "process-", LOCK);
        var folder =
                new ProcessFolder(
                        Path.of(lockFile.toString().replaceFirst("\\.lock$", "")), lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        LOCKED.put(folder, channel);
        try {
            channel.lock();
        } catch (IOException noLocks) {
            // This file system has none. Nothing is abandoned there, as far as can be seen.
        }
        Files.createDirectory(folder.path);
        return folder;
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> paths = Files.list(parent)) {
            folders = paths.filter(Files::isDirectory).toList();
        }
        folders.stream()
                .map(folder ->
                        new ProcessFolder(
                                folder, folder.resolveSibling(folder.getFileName() + LOCK)))
                .filter(folder -> !OWN.containsValue(folder))
                .forEach(ProcessFolder::deleteIfAbandoned);
    }

    private void deleteIfAbandoned() {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new FileTree(path).delete();
                Files.deleteIfExists(lockFile);
            }
        } catch (NoSuchFileException noProcess) {
            deleteQuietly();
        } catch (IOException | OverlappingFileLockException inUse) {
            // The next process tries again.
        }
    }

    private void deleteQuietly() {
        try {
            new FileTree(path).delete();
        } catch (IOException inUse) {
            // The next process tries again.
        }
    }
}
