package limiter;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** An object that all clients change, each in its own process. */
final class SharedLimiter implements RateLimiter {

    private final AtomicReference<Permits> permits = new AtomicReference<>(Permits.none());

    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    SharedLimiter(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public Decision tryAcquire(String client) {
        Objects.requireNonNull(client, "a request needs a client");
        return decide(client, clock.instant());
    }

    @Override
    public void reset(String client) {
        Objects.requireNonNull(client, "a reset needs a client");
        permits.updateAndGet(all -> all.without(client));
    }

    @Override
    public int clients() {
        return count(clock.instant());
    }

    private int count(Instant now) {
        return permits.updateAndGet(all -> all.givenAfter(now.minus(window))).clients();
    }

    private Decision decide(String client, Instant now) {
        while (true) {
            Permits before = permits.get();
            Permits recent = before.givenAfter(now.minus(window));
            List<Instant> given = recent.of(client);
            int left = limit - given.size();
            if (left == 0) {
                return new Refused(Duration.between(now, given.getFirst().plus(window)));
            }
            if (permits.compareAndSet(before, recent.with(client, now))) {
                return new Allowed(left - 1);
            }
        }
    }
}
