package limiter;

import java.time.Duration;
import java.time.InstantSource;

/** Starts rate limiters. */
public final class RateLimiters {

    private RateLimiters() {}

    /**
     * Starts a rate limiter, which outlives the process that has started it.
     *
     * @param limit how often a client may do it within the window, at least once
     * @param window a stretch of time
     * @param clock tells the time; it never goes back
     * @throws IllegalArgumentException if the limit or the window is not positive
     */
    public static RateLimiter start(int limit, Duration window, InstantSource clock) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "the limit is %d: allow at least one".formatted(limit));
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException(
                    "the window is %s: take one that lasts longer than nothing".formatted(window));
        }
        return Loop.start(limit, window, clock);
    }
}
