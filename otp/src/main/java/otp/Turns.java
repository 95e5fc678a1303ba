package otp;

import java.util.concurrent.TimeUnit;

/**
 * Sees to it that every process has its turn, however busy some keep each other.
 *
 * <p>A core serves the virtual threads that wake each other on it before any that come from
 * elsewhere: new ones, those woken by a timer, those woken by a platform thread. Processes that
 * exchange messages without end would keep those waiting for good. So a probe comes from elsewhere
 * again and again; while it is kept waiting, a new turn begins, and in each turn every process
 * steps aside once, behind all that wait.
 *
 * <p>The same thread does what else has to be done from time to time.
 */
final class Turns implements ServiceThread.Service {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final ServiceThread THREAD = new ServiceThread("otp-turns", new Turns());

    private static volatile int turn;
    private static volatile boolean probing;

    private Turns() {}

    /** Returns the number of the turn; a process that has seen another has to step aside. */
    static int current() {
        return turn;
    }

    /** Has the turns watched over for as long as there are processes. Never fails. */
    static void watch() {
        THREAD.ensureRunning();
    }

    @Override
    public boolean isNeeded() {
        return !ProcessTable.isEmpty() || Postponed.isPending();
    }

    @Override
    public long serve() {
        if (probing) {
            turn++;
        }
        ServiceThread.attempt(Turns::probe);
        ServiceThread.attempt(LongWaits::look);
        ServiceThread.attempt(AdoptedThreads::buryTheDead);
        ServiceThread.attempt(Postponed::finish);
        ServiceThread.attempt(Reaper::watchTheMissed);
        return PERIOD_NANOS;
    }

    private static void probe() {
        if (!probing) {
            Thread probe = newProbe();
            probing = true;
            probe.start();
        }
    }

    private static Thread newProbe() {
        return Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .unstarted(() -> probing = false);
    }
}
