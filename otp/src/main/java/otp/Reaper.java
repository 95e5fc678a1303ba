package otp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts processes that are to end, again and again, until they have.
 *
 * <p>One interrupt is not enough: code may swallow it. The reaper runs on a platform thread,
 * because virtual threads that spin can keep all others from running.
 */
final class Reaper {

    private static final long PERIOD_NANOS = 5_000_000;
    private static final long LINGER_NANOS = 1_000_000_000;

    /** The reaper rests this many times as long as it works. */
    private static final int SHARE = 9;

    private static final Set<LocalProcess<?>> DYING = ConcurrentHashMap.newKeySet();
    private static final AtomicReference<Thread> THREAD = new AtomicReference<>();

    private Reaper() {}

    static void watch(LocalProcess<?> process) {
        DYING.add(process);
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
                DYING.removeIf(ProcessTable::hasEnded);
                DYING.forEach(process -> process.thread().interrupt());
                sweep = System.nanoTime() - begin;
            }
            LockSupport.parkNanos(LINGER_NANOS);
        } while (!DYING.isEmpty());
        THREAD.set(null);
        if (!DYING.isEmpty()) {
            startUnlessRunning();
        }
    }
}
