package limiter;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** An object that decides for all clients. */
final class SharedPermits implements RateLimiter {

    private final Map<String, Queue<Instant>> given = new HashMap<>();
    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    SharedPermits(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public Decision tryAcquire(String client) {
        return decide(Objects.requireNonNull(client, "a request needs a client"), clock.instant());
    }

    @Override
    public void reset(String client) {
        given.remove(Objects.requireNonNull(client, "a reset needs a client"));
    }

    @Override
    public int clients() {
        Instant now = clock.instant();
        given.values().removeIf(times -> isEmptyAt(now, times));
        return given.size();
    }

    private Decision decide(String client, Instant now) {
        Queue<Instant> times = given.computeIfAbsent(client, _ -> new ArrayDeque<>());
        if (isEmptyAt(now, times) || times.size() < limit) {
            times.add(now);
            return new Allowed(limit - times.size());
        }
        return new Refused(Duration.between(now, times.element().plus(window)));
    }

    private boolean isEmptyAt(Instant now, Queue<Instant> times) {
        times.removeIf(moment -> !moment.plus(window).isAfter(now));
        return times.isEmpty();
    }
}
