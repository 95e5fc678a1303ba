package observer;

import observer.model.Model;
import observer.wire.Changes;
import observer.wire.Settings;

import otp.Killed;
import otp.Pid;
import otp.Processes;
import otp.Trace;
import otp.TraceEvent;
import otp.TraceKind;
import otp.TraceOptions;

import web.Broadcast;
import web.Json;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that reads the trace, keeps the picture up to date, and tells the pages. It tells them
 * of something at once if nothing has been told for a while, and else 30 times a second.
 *
 * <p>It has two sessions: a flood of messages fills only the buffer of its own, and no end is lost.
 * It is a platform thread: processes that compute without end keep all virtual ones from running.
 */
final class Watcher implements AutoCloseable {

    private static final Logger LOG = System.getLogger("observer");
    private static final TraceOptions LIVES =
            TraceOptions.DEFAULTS
                    .capacity(1 << 18)
                    .only(
                            TraceKind.PROCESSES,
                            TraceKind.NAMES,
                            TraceKind.LINKS,
                            TraceKind.MONITORS,
                            TraceKind.SUPERVISION,
                            TraceKind.TABLES);
    private static final TraceOptions MESSAGES =
            TraceOptions.DEFAULTS.capacity(1 << 17).only(TraceKind.MESSAGES);

    private static final Duration UNHEARD = Duration.ofMillis(250);
    private static final Duration HEARD = Duration.ofMillis(33);
    private static final Duration UNPLACED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long TOGETHER_NANOS = TimeUnit.MILLISECONDS.toNanos(6);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Model model;
    private final SnapshotTaker snapshots;
    private final Broadcast broadcast;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("observer-watch").unstarted(this::run);

    /** The observer's own processes. */
    private final Set<Pid<?>> hidden = ConcurrentHashMap.newKeySet();

    private final CountDownLatch watches = new CountDownLatch(1);

    private volatile boolean isClosed;
    private volatile Trace lives;

    /** Null while no messages are traced. */
    private volatile Trace messages;

    /** What messages are traced for. */
    private Settings traced;

    private long livesDropped;
    private long messagesDropped;
    private long lastLook;

    Watcher(Model model, Broadcast broadcast, SnapshotTaker snapshots) {
        this.snapshots = snapshots;
        this.model = model;
        this.broadcast = broadcast;
    }

    /** Begins to watch; blocks until it does, so that nothing that comes next is missed. */
    void start() {
        thread.start();
        try {
            watches.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves a process out of the picture for ever: it is one of the observer's own. */
    void hide(Pid<?> process) {
        if (hidden.add(process)) {
            Trace.hide(process);
            exclude(lives, process);
            exclude(messages, process);
            model.hide(process);
        }
    }

    private static void exclude(Trace trace, Pid<?> process) {
        if (trace != null) {
            trace.exclude(process);
        }
    }

    /** Ends the watch, and blocks until it has ended. */
    @Override
    public void close() {
        isClosed = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on whatever happens: somebody wants to look just when things go wrong. */
    private void run() {
        while (!isClosed) {
            try {
                hide(Processes.self());
                watch();
            } catch (Killed everybody) {
                // Somebody has ended all processes, this one among them: the thread is another now.
            } catch (Throwable failed) {
                LOG.log(Level.ERROR, "The observer starts again", failed);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private void watch() throws ExecutionException {
        try (Trace session = Trace.start(LIVES)) {
            lives = session;
            hidden.forEach(session::exclude);
            livesDropped = 0;
            awaitSupervisors(snapshots.take());
            watches.countDown();
            while (!isClosed) {
                round();
            }
        } finally {
            traceMessages(null);
        }
    }

    /**
     * So that the first page finds the tree as it is. A supervisor that is busy is left to itself.
     */
    private static void awaitSupervisors(Future<?> asked) throws ExecutionException {
        try {
            asked.get(UNPLACED.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException busy) {
            // What it has to tell comes later.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        long begin = System.nanoTime();
        foldLives(broadcast.isHeard());
        model.followSuccessors();
        // Asked anew: who has come meanwhile and is told of a process sees what it is sent next.
        boolean isHeard = broadcast.isHeard();
        traceMessages(isHeard && model.settings().messages() ? model.settings() : null);
        if (messages != null) {
            model.fold(messages.take(Duration.ZERO));
        }
        noteDropped();
        if (isHeard && System.nanoTime() - lastLook > LOOK_NANOS) {
            model.look();
            lastLook = System.nanoTime();
        }
        model.changes().ifPresent(this::tell);
        LockSupport.parkNanos(HEARD.toNanos() - (System.nanoTime() - begin));
    }

    /**
     * Waits for a moment after the first event: an end and the restart that follows are drawn at
     * once.
     */
    private void foldLives(boolean isHeard) {
        List<TraceEvent> events = lives.take(isHeard ? HEARD : UNHEARD);
        model.fold(events);
        if (isHeard && !events.isEmpty()) {
            LockSupport.parkNanos(TOGETHER_NANOS);
            model.fold(lives.take(Duration.ZERO));
        }
    }

    private void tell(Changes changes) {
        broadcast.add(new Broadcast.Change(changes.version(), Json.of(changes.parts())));
    }

    /** Begins, changes or ends the session for messages; null stands for none. */
    private void traceMessages(Settings wanted) {
        if (wanted == null ? traced == null : wanted.equals(traced)) {
            return;
        }
        if (messages != null) {
            messagesDropped += messages.dropped();
            messages.close();
            messages = null;
        }
        if (wanted != null) {
            messages = Trace.start(options(wanted.of()));
            hidden.forEach(messages::exclude);
        }
        traced = wanted;
    }

    private TraceOptions options(List<Long> of) {
        return of.isEmpty()
                ? MESSAGES
                : MESSAGES.of(
                        of.stream()
                                .flatMap(id -> model.directory().pid(id).stream())
                                .toArray(Pid<?>[]::new));
    }

    private void noteDropped() {
        long dropped = lives.dropped();
        long ofMessages = messages == null ? 0 : messages.dropped();
        model.dropped(dropped + messagesDropped + ofMessages);
        if (dropped > livesDropped) {
            livesDropped = dropped;
            // What is older than the snapshot must not be taken for what came after it.
            model.fold(lives.take(Duration.ZERO));
            snapshots.take();
        }
    }
}
