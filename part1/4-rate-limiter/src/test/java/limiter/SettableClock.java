package limiter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock that stands still until a test moves it on, and that can keep those waiting who look. */
final class SettableClock implements InstantSource {

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile Instant now = Instant.EPOCH;

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Keeps every process that looks at the clock waiting from now on. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    /** Returns how many processes wait for the clock. */
    int waiting() {
        return waiting.get();
    }

    @Override
    public Instant instant() {
        waiting.incrementAndGet();
        try {
            held.await();
            return now;
        } catch (InterruptedException end) {
            throw new IllegalStateException("ended while it looked at the clock", end);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
