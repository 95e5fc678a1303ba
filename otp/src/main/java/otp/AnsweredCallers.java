package otp;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers that have their answer from a server with a crowd before it, and are not woken yet.
 *
 * <p>Ten thousand callers that all run, and all ask again, are in nobody's cache, and keep every
 * core from what comes from elsewhere. So they go on in parts: the next part when a server has
 * nothing to do. Those that no server wakes go on all at once after {@link Turns}' next look.
 */
final class AnsweredCallers {

    private static final int PART = 64;

    private static final Queue<Thread> WAITING = new ConcurrentLinkedQueue<>();

    /** Whether there may be any: read often, written seldom. */
    private static volatile boolean isAnyWaiting;

    /** Whether a part has gone on since the last look. */
    private static volatile boolean isPartWoken;

    private AnsweredCallers() {}

    /** Wakes a thread with a later part; at once if it keeps no core from virtual ones. */
    static void wakeLater(Thread caller) {
        if (!caller.isVirtual()) {
            LockSupport.unpark(caller);
            return;
        }
        WAITING.add(caller);
        if (!isAnyWaiting) {
            isAnyWaiting = true;
        }
    }

    static boolean isAnyWaiting() {
        return isAnyWaiting;
    }

    /** Wakes the next part, in the order of the answers. */
    static void wakePart() {
        if (isAnyWaiting) {
            isPartWoken = true;
            wake(PART);
        }
    }

    /**
     * Wakes all, unless parts of them are being woken: a server that is busy or gone wakes none.
     */
    static void look() {
        if (isPartWoken) {
            isPartWoken = false;
        } else if (isAnyWaiting) {
            wake(Integer.MAX_VALUE);
        }
    }

    private static void wake(int most) {
        for (int woken = 0; woken < most; woken++) {
            Thread caller = WAITING.poll();
            if (caller == null) {
                isAnyWaiting = false;
                // Somebody may have come meanwhile who has still seen that others wait.
                if (!WAITING.isEmpty()) {
                    isAnyWaiting = true;
                }
                return;
            }
            LockSupport.unpark(caller);
        }
    }
}
