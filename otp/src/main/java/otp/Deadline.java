package otp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Points in time on the clock of {@link System#nanoTime}, as plain numbers: a call makes no garbage
 * for one.
 */
final class Deadline {

    static final long NEVER = Long.MAX_VALUE;
    static final long NOW = Long.MIN_VALUE;

    /** A timeout that never passes. */
    static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private Deadline() {}

    static long after(Duration timeout) {
        check(timeout);
        long now = System.nanoTime();
        long deadline = now + TimeUnit.NANOSECONDS.convert(timeout);
        return deadline < now ? NEVER : deadline;
    }

    /** Refuses a timeout that is negative. */
    static void check(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be negative, but was " + timeout);
        }
    }

    /** Returns the nanoseconds left: zero or less once the deadline has passed. */
    static long remaining(long deadline) {
        return deadline == NEVER ? Long.MAX_VALUE : deadline - System.nanoTime();
    }
}
