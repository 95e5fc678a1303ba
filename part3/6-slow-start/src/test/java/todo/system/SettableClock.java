package todo.system;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it on. */
final class SettableClock implements InstantSource {

    private volatile Instant now = Instant.EPOCH;

    void passSeconds(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
