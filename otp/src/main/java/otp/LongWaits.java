package otp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits that may take seconds, and seldom do, such as that for the answer to a call.
 *
 * <p>A virtual thread would set a timer of the JDK each time, and stop it again, which costs more
 * than the call. So it leaves word here, and is woken when the deadline is near: early enough to
 * set a timer for what is left. A platform thread needs no timer to wait for a time.
 */
final class LongWaits {

    /** A wait is long if more than this is left of it. */
    private static final long NEAR_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Shorter than what is near, so that no deadline passes unseen between two looks. */
    private static final long PERIOD_NANOS = NEAR_NANOS / 4;

    private static final ConcurrentMap<Thread, Long> DEADLINES = new ConcurrentHashMap<>();

    private static volatile long lastLook = System.nanoTime();

    private LongWaits() {}

    /**
     * Parks the current thread until it is unparked or interrupted, or the deadline has passed, or
     * for no reason at all.
     */
    static void park(long deadline) {
        long remaining = Deadline.remaining(deadline);
        boolean needsTimer = Thread.currentThread().isVirtual();
        if (needsTimer && remaining > NEAR_NANOS && isLookedAfter()) {
            parkUntilNear(deadline);
        } else {
            LockSupport.parkNanos(remaining);
        }
    }

    private static void parkUntilNear(long deadline) {
        Thread thread = Thread.currentThread();
        DEADLINES.put(thread, deadline);
        try {
            LockSupport.park();
        } finally {
            DEADLINES.remove(thread);
        }
    }

    /** Without the thread that looks, or if it is late, a timer of one's own is the better one. */
    private static boolean isLookedAfter() {
        Turns.watch();
        return System.nanoTime() - lastLook < NEAR_NANOS;
    }

    /**
     * Wakes those whose deadlines are near, if it is time to look again. For one thread at a time.
     */
    static void look() {
        long now = System.nanoTime();
        if (now - lastLook >= PERIOD_NANOS) {
            lastLook = now;
            DEADLINES.forEach(LongWaits::wakeIfNear);
        }
    }

    private static void wakeIfNear(Thread thread, long deadline) {
        if (Deadline.remaining(deadline) <= NEAR_NANOS) {
            LockSupport.unpark(thread);
        }
    }
}
