package otp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until the test turns it. */
final class TurnedClock implements InstantSource {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    void turn(long by) {
        millis.addAndGet(by);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }
}
