package limiter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several limiters, each of which decides for its share of the clients.
 *
 * @param all the limiters
 */
record Shards(List<RateLimiter> all) implements RateLimiter {

    private static final int SHARDS = 4;

    static RateLimiter start(int limit, Duration window, InstantSource clock) {
        return new Shards(
                Stream.generate(() -> LimiterServer.start(limit, window, clock))
                        .limit(SHARDS)
                        .toList());
    }

    @Override
    public Decision tryAcquire(String client) {
        return of(client).tryAcquire(client);
    }

    @Override
    public void reset(String client) {
        of(client).reset(client);
    }

    @Override
    public int clients() {
        return all.stream().mapToInt(RateLimiter::clients).sum();
    }

    private RateLimiter of(String client) {
        return all.get(Math.floorMod(client.hashCode(), all.size()));
    }
}
