package todo.cache;

import static otp.Processes.unregister;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;

import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for a cache that fails with each request, and is followed by another at once. */
final class FailingCache extends GenServer<TodoCache.Message, Void> {

    static final ExitReason ILL = ExitReason.of("ill");

    private final AtomicInteger requests;

    private FailingCache(AtomicInteger requests) {
        this.requests = requests;
    }

    /** Starts the cache under its name, and returns what it counts requests with. */
    static AtomicInteger startAndCount() {
        AtomicInteger requests = new AtomicInteger();
        start(requests);
        return requests;
    }

    private static void start(AtomicInteger requests) {
        start(() -> new FailingCache(requests), TodoCache.NAME).pid();
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(TodoCache.Message message, Void nothing) {
        requests.incrementAndGet();
        unregister(TodoCache.NAME);
        start(requests);
        return stop(ILL, nothing);
    }
}
