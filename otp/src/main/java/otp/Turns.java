package otp;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that every process has its turn, however busy some keep each other.
 *
 * <p>A core serves the virtual threads that wake each other on it before any that come from
 * elsewhere: new ones, those woken by a timer, those woken by a platform thread. Processes that
 * exchange messages without end would keep those waiting for good. So a probe comes from elsewhere
 * again and again; while it is kept waiting, a new turn begins, and in each turn every process
 * steps aside once, behind all that wait.
 */
final class Turns {

    private static final long PERIOD_NANOS = 10_000_000;
    private static final int IDLE_PERIODS = 100;

    private static final AtomicReference<Thread> THREAD = new AtomicReference<>();

    private static volatile int turn;
    private static volatile boolean probing;

    private Turns() {}

    /** Returns the number of the turn; a process that has seen another has to step aside. */
    static int current() {
        return turn;
    }

    /** Has somebody watch over the turns for as long as there are processes. */
    static void watch() {
        if (THREAD.get() == null) {
            Thread thread = Thread.ofPlatform().daemon().name("otp-turns").unstarted(Turns::run);
            if (THREAD.compareAndSet(null, thread)) {
                thread.start();
            }
        }
    }

    private static void run() {
        for (int idle = 0; idle < IDLE_PERIODS; idle = ProcessTable.isEmpty() ? idle + 1 : 0) {
            AdoptedThreads.buryTheDead();
            LongWaits.look();
            probe();
            LockSupport.parkNanos(PERIOD_NANOS);
            if (probing) {
                turn++;
            }
        }
        THREAD.set(null);
        if (!ProcessTable.isEmpty()) {
            watch();
        }
    }

    private static void probe() {
        if (!probing) {
            probing = true;
            Thread.startVirtualThread(() -> probing = false);
        }
    }
}
