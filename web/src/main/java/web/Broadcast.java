package web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last changes, for all pages at once. Each page asks for what it does not know yet, as fast as
 * it can read; one that has fallen too far behind has to begin with the whole picture again. So a
 * page that sleeps costs nothing, and keeps nobody waiting. It is safe for several threads.
 */
public final class Broadcast {

    private static final int MOST_CHANGES = 256;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final long GOODBYE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /**
     * A change.
     *
     * @param version the version that a page has when it knows it
     * @param text what is sent
     */
    public record Change(long version, String text) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Change> changes = new ArrayDeque<>();
    private volatile int listeners;
    private long quietSince = System.nanoTime();
    private final String epoch;

    private int characters;
    private long version;
    private boolean isClosed;

    /**
     * Creates a broadcast without changes.
     *
     * @param epoch tells it from all others, such as one that a page knew before
     */
    public Broadcast(String epoch) {
        this.epoch = epoch;
    }

    /** Returns what tells it from all others. */
    public String epoch() {
        return epoch;
    }

    /** Adds a change. Does not block. */
    public void add(Change change) {
        lock.lock();
        try {
            changes.addLast(change);
            characters += change.text().length();
            version = change.version();
            while (changes.size() > MOST_CHANGES || characters > MOST_CHARACTERS) {
                characters -= changes.removeFirst().text().length();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the changes since a version; nothing if they are not kept any more, or never were.
     * Waits until there are some, and returns an empty list if there are none in time.
     *
     * @param known the version that the page has
     * @param nanos how long to wait at most, in nanoseconds
     */
    Optional<List<Change>> since(long known, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (known >= version && !isClosed && left > 0) {
                left = news.awaitNanos(left);
            }
            List<Change> missing =
                    changes.stream().filter(change -> change.version() > known).toList();
            boolean isWhole =
                    known >= version
                            || !missing.isEmpty() && missing.getFirst().version() == known + 1;
            return isWhole ? Optional.of(missing) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a page listens, or that one does no more. */
    void listens(boolean begins) {
        lock.lock();
        try {
            listeners += begins ? 1 : -1;
            quietSince = System.nanoTime();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether any page listens. */
    public boolean isHeard() {
        return listeners > 0;
    }

    /** Returns for how long no page has listened, in nanoseconds; 0 while one does. */
    public long silence() {
        lock.lock();
        try {
            return listeners > 0 ? 0 : System.nanoTime() - quietSince;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all streams; waits until each page has been told, for a moment at most. */
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            news.signalAll();
            long left = GOODBYE_NANOS;
            while (listeners > 0 && left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long a page is left without a sign of life. */
    static long heartbeatNanos() {
        return TimeUnit.SECONDS.toNanos(2);
    }
}
