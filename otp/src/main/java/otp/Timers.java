package otp;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The timers that run, in the order in which they are due. One thread of the runtime's own sends
 * all their messages. It never looks at a message, and asks no registry: so nothing that is not the
 * runtime's own can stop it.
 */
final class Timers implements ServiceThread.Service {

    /** The timers of all processes, by the JDK's monotonic clock. */
    static final Timers ALL = new Timers(System::nanoTime);

    /** With no timer to wait for, how long to rest. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long to rest before what could not be sent is tried again. */
    private static final long RETRY_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /** A shorter interval would keep the thread from all other timers. */
    private static final long SHORTEST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Is due before all others. */
    private static final LocalTimer.Expiry NONE = new LocalTimer.Expiry(Long.MIN_VALUE, 0, null);

    private final ServiceThread thread = new ServiceThread("otp-timers", this);
    private final ConcurrentSkipListSet<LocalTimer.Expiry> running = new ConcurrentSkipListSet<>();
    private final LongSupplier clock;
    private final long start;

    /** Creates timers that go by a clock of nanoseconds, which begins anywhere. */
    Timers(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    Timer sendAfter(ServerRef<?> to, Object message, Duration delay) {
        Objects.requireNonNull(to, "a message is sent to a process or to a name, not to null");
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "a message cannot be sent in the past, but the delay was " + delay);
        }
        LocalProcess<?> owner = to instanceof LocalProcess<?> process ? process : null;
        LocalTimer timer = new LocalTimer(this, to, owner, message, 0);
        timer.begin(nanos(delay));
        return timer;
    }

    Timer sendInterval(ServerRef<?> to, Object message, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "an interval has to be longer than nothing, but was " + interval);
        }
        LocalProcess<?> owner = ProcessTable.find(to);
        long nanos = Math.max(SHORTEST_INTERVAL_NANOS, nanos(interval));
        LocalTimer timer = new LocalTimer(this, owner, owner, message, nanos);
        if (owner != null) {
            timer.begin(nanos);
        }
        return timer;
    }

    /** What is longer than the clock can tell never passes. */
    private static long nanos(Duration duration) {
        return TimeUnit.NANOSECONDS.convert(duration);
    }

    /** Returns the nanoseconds since these timers began. */
    long now() {
        return clock.getAsLong() - start;
    }

    /** Returns when some nanoseconds from a moment have passed. */
    static long later(long moment, long nanos) {
        return nanos > Long.MAX_VALUE - moment ? Long.MAX_VALUE : moment + nanos;
    }

    void add(LocalTimer.Expiry expiry) {
        running.add(expiry);
        if (running.lower(expiry) == null) {
            thread.wake();
        } else {
            thread.ensureRunning();
        }
    }

    void remove(LocalTimer.Expiry expiry) {
        running.remove(expiry);
    }

    /** Returns how many timers run. */
    int size() {
        return running.size();
    }

    /** Looks again what is due, at once. */
    void wake() {
        thread.wake();
    }

    @Override
    public boolean isNeeded() {
        return !running.isEmpty();
    }

    /** Sends what is due, the oldest first; one that cannot be sent keeps no other waiting. */
    @Override
    public long serve() {
        long now = now();
        LocalTimer.Expiry next = first();
        while (next != null && next.due() <= now) {
            LocalTimer.Expiry due = next;
            ServiceThread.attempt(() -> due.timer().expire(due));
            next = running.higher(due);
        }
        LocalTimer.Expiry first = first();
        return first == null ? IDLE_NANOS : Math.max(RETRY_NANOS, first.due() - now);
    }

    private LocalTimer.Expiry first() {
        return running.ceiling(NONE);
    }
}
