package limiter;

/**
 * Lets each client do something so often in a stretch of time, and no more often. Any process may
 * use it, and many may at the same moment.
 */
public interface RateLimiter {

    /**
     * Asks whether a client may do it now. Blocks until the limiter has decided.
     *
     * @throws NullPointerException in the process that asks, if there is no client
     */
    Decision tryAcquire(String client);

    /**
     * Forgets what a client was allowed so far. Does not block.
     *
     * @throws NullPointerException in the process that asks, if there is no client
     */
    void reset(String client);

    /**
     * Returns how many clients the limiter remembers. Blocks until the limiter has counted, and has
     * forgotten those that it need not remember.
     */
    int clients();
}
