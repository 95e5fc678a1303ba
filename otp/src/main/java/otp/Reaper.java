package otp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts processes that are to end, again and again, until they have; it reports those that go
 * on regardless.
 *
 * <p>One interrupt is not enough: code may swallow it. The reaper runs on a platform thread,
 * because virtual threads that spin can keep all others from running.
 */
final class Reaper {

    private static final long PERIOD_NANOS = 5_000_000;
    private static final long LINGER_NANOS = 1_000_000_000;

    /** After this time, a process that is to end and still runs is worth a report. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The reaper rests this many times as long as it works. */
    private static final int SHARE = 9;

    /** The processes that are to end, and when to report them; never, once that has been done. */
    private static final ConcurrentMap<LocalProcess<?>, Long> DYING = new ConcurrentHashMap<>();

    private static final AtomicReference<Thread> THREAD = new AtomicReference<>();

    private Reaper() {}

    static void watch(LocalProcess<?> process) {
        DYING.put(process, System.nanoTime() + GRACE_NANOS);
        Thread running = THREAD.get();
        if (running == null) {
            startUnlessRunning();
        } else {
            LockSupport.unpark(running);
        }
    }

    private static void startUnlessRunning() {
        Thread thread = Thread.ofPlatform().daemon().name("otp-reaper").unstarted(Reaper::run);
        if (THREAD.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    /** Runs while processes are dying and a little longer, so that no thread is left for good. */
    private static void run() {
        do {
            long sweep = 0;
            while (!DYING.isEmpty()) {
                // With very many dying, sweeping all the time would keep them from ending.
                LockSupport.parkNanos(Math.max(PERIOD_NANOS, SHARE * sweep));
                long begin = System.nanoTime();
                DYING.keySet().removeIf(ProcessTable::hasEnded);
                DYING.replaceAll(Reaper::interrupt);
                sweep = System.nanoTime() - begin;
            }
            LockSupport.parkNanos(LINGER_NANOS);
        } while (!DYING.isEmpty());
        THREAD.set(null);
        if (!DYING.isEmpty()) {
            startUnlessRunning();
        }
    }

    private static long interrupt(LocalProcess<?> process, long report) {
        process.thread().interrupt();
        if (Deadline.remaining(report) > 0) {
            return report;
        }
        CrashReport.ofUndying(process).log();
        return Deadline.NEVER;
    }
}
