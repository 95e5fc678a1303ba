package limiter;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** An object that all clients change, each in its own process. */
final class SharedLimiter implements RateLimiter {

    private Permits permits = Permits.none();

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
    public synchronized void reset(String client) {
        Objects.requireNonNull(client, "a reset needs a client");
        permits = permits.without(client);
    }

    @Override
    public int clients() {
        return count(clock.instant());
    }

    private synchronized int count(Instant now) {
        permits = permits.givenAfter(now.minus(window));
        return permits.clients();
    }

    private synchronized Decision decide(String client, Instant now) {
        permits = permits.givenAfter(now.minus(window));
        List<Instant> given = permits.of(client);
        int left = limit - given.size();
        if (left == 0) {
            return new Refused(Duration.between(now, given.getFirst().plus(window)));
        }
        permits = permits.with(client, now);
        return new Allowed(left - 1);
    }
}
