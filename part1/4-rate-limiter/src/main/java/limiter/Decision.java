package limiter;

import java.time.Duration;

/** What a {@link RateLimiter} has decided. */
public sealed interface Decision {

    /**
     * The client may do it.
     *
     * @param left how often it may do it again at this moment
     */
    record Allowed(int left) implements Decision {}

    /**
     * The client may not do it.
     *
     * @param retryAfter how long from now until it may
     */
    record Refused(Duration retryAfter) implements Decision {}
}
