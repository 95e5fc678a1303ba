package otp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts processes that are to end, again and again, until they have.
 *
 * <p>One interrupt is not enough: code may swallow it. The reaper runs on a platform thread,
 * because virtual threads that spin can keep all others from running.
 */
final class Reaper {

    private static final long PERIOD_NANOS = 5_000_000;

    private static final Set<LocalProcess<?>> DYING = ConcurrentHashMap.newKeySet();
    private static final Thread THREAD =
            Thread.ofPlatform().daemon().name("otp-reaper").start(Reaper::run);

    private Reaper() {}

    static void watch(LocalProcess<?> process) {
        DYING.add(process);
        LockSupport.unpark(THREAD);
    }

    private static void run() {
        while (true) {
            if (DYING.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(PERIOD_NANOS);
                DYING.removeIf(process -> !process.thread().isAlive());
                DYING.forEach(process -> process.thread().interrupt());
            }
        }
    }
}
