package otp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts processes that are to end, again and again, until they have; it reports those that go
 * on regardless. One interrupt is not enough: code may swallow it.
 */
final class Reaper implements ServiceThread.Service {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After this time, a process that is to end and still runs is worth a report. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The reaper rests this many times as long as it works. */
    private static final int SHARE = 9;

    /** The processes that are to end, and when to report them; never, once that has been done. */
    private static final ConcurrentMap<LocalProcess<?>, Long> DYING = new ConcurrentHashMap<>();

    private static final ServiceThread THREAD = new ServiceThread("otp-reaper", new Reaper());

    /** Set if there was no memory to note that a process is to end. */
    private static volatile boolean hasMissed;

    private Reaper() {}

    /** Interrupts a process until it has ended. Never fails. */
    static void interrupt(LocalProcess<?> process) {
        try {
            DYING.put(process, System.nanoTime() + GRACE_NANOS);
            process.thread().interrupt();
            THREAD.wake();
        } catch (Throwable full) {
            hasMissed = true;
        }
    }

    /** Looks for processes that are to end and could not be noted. */
    static void watchTheMissed() {
        if (hasMissed) {
            hasMissed = false;
            ProcessTable.all().stream()
                    .filter(process -> !process.isAlive() && !process.isAdopted())
                    .forEach(Reaper::interrupt);
        }
    }

    @Override
    public boolean isNeeded() {
        return !DYING.isEmpty();
    }

    @Override
    public long serve() {
        if (DYING.isEmpty()) {
            return IDLE_NANOS;
        }
        long begin = System.nanoTime();
        DYING.keySet().removeIf(ProcessTable::hasEnded);
        DYING.replaceAll(Reaper::interruptAgain);
        // With very many dying, sweeping all the time would keep them from ending.
        return Math.max(PERIOD_NANOS, SHARE * (System.nanoTime() - begin));
    }

    private static long interruptAgain(LocalProcess<?> process, long report) {
        process.thread().interrupt();
        if (Deadline.remaining(report) > 0) {
            return report;
        }
        report(process);
        return Deadline.NEVER;
    }

    /** In a thread of its own: a log that takes long must not keep the others alive. */
    private static void report(LocalProcess<?> process) {
        Thread.ofPlatform()
                .daemon()
                .name("otp-report")
                .inheritInheritableThreadLocals(false)
                .start(() -> CrashReport.log(() -> CrashReport.ofUndying(process)));
    }
}
