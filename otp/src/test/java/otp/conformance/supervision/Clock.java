package otp.conformance.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The clock that supervisors go by: it stands still until a step lets time pass. */
final class Clock implements InstantSource {

    private final AtomicLong millis = new AtomicLong();

    String turn(long by) {
        millis.addAndGet(by);
        return "ok";
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }
}
