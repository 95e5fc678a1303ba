package kata.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Notices that sources below a folder, or one file, have changed, once they have come to rest: an
 * editor may write one file in several steps, or several files at once.
 *
 * <p>The system's own events only say when to look. They do not come from network drives and from
 * some containers, so it looks by itself, too: seldom where there are events, else often.
 */
public final class FileWatcher implements AutoCloseable {

    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofMillis(25);
    private static final WatchEvent.Kind<?>[] CHANGES = {
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE
    };

    private final Path watched;
    private final Runnable changed;
    private final Thread thread;
    private FileSnapshot known;

    private FileWatcher(Path watched, Runnable changed) {
        this.watched = watched;
        this.changed = changed;
        this.known = FileSnapshot.of(watched);
        this.thread = Thread.ofPlatform().daemon().name("kata-files").unstarted(this::watch);
    }

    /**
     * Starts to watch, beginning with the files as they are. Does not wait.
     *
     * @param watched a folder or a file, which need not be there yet
     * @param changed is run after each change, in a thread of its own
     */
    public static FileWatcher start(Path watched, Runnable changed) {
        var watcher = new FileWatcher(watched, changed);
        watcher.thread.start();
        return watcher;
    }

    private void watch() {
        Optional<WatchService> events = service();
        try {
            while (true) {
                // What changed before there are events for it is seen by looking.
                boolean hasEvents = events.filter(this::isRegistered).isPresent();
                if (!look()) {
                    await(events.filter(_ -> hasEvents));
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            events.ifPresent(FileWatcher::close);
        }
    }

    /** macOS has events in Java only by polling, which is no better than looking often. */
    private static Optional<WatchService> service() {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            if (!service.getClass().getSimpleName().startsWith("Polling")) {
                return Optional.of(service);
            }
            close(service);
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /** Waits for an event, or for the time to look without one. */
    private static void await(Optional<WatchService> events) throws InterruptedException {
        if (events.isEmpty()) {
            Thread.sleep(OFTEN);
            return;
        }
        WatchKey event = events.get().poll(SELDOM.toMillis(), TimeUnit.MILLISECONDS);
        while (event != null) {
            event.pollEvents();
            event.reset();
            event = events.get().poll();
        }
    }

    /** A folder that is registered again stays as it is. */
    private boolean isRegistered(WatchService events) {
        try {
            for (Path folder : folders()) {
                folder.register(events, CHANGES);
            }
            return true;
        } catch (IOException | RuntimeException noEvents) {
            return false;
        }
    }

    /** The folders of the sources, and those that their links lead to. */
    private Set<Path> folders() throws IOException {
        Set<Path> folders = new HashSet<>();
        if (Files.isDirectory(watched.getParent())) {
            folders.add(watched.getParent());
        }
        for (Path file : known.files().keySet()) {
            folders.add(file.getParent());
            folders.add(file.toRealPath().getParent());
        }
        return folders;
    }

    /** Looks whether anything has changed; if so, waits until it has come to rest, and tells. */
    private boolean look() throws InterruptedException {
        FileSnapshot now = FileSnapshot.of(watched);
        if (now.equals(known)) {
            return false;
        }
        FileSnapshot last;
        do {
            last = now;
            Thread.sleep(REST);
            now = FileSnapshot.of(watched);
        } while (!now.equals(last));
        if (!now.equals(known)) {
            known = now;
            changed.run();
        }
        return true;
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException alreadyClosed) {
            // It is.
        }
    }

    /** Ends the watching. Does not wait. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
