package todo.cache;

import otp.GenServer;
import otp.Init;
import otp.Next;

import todo.server.ServerSupervisor;

import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the cache, and counts the requests that reach its process. */
final class CountingCache extends GenServer<TodoCache.Message, Void> {

    private final AtomicInteger requests;

    private CountingCache(AtomicInteger requests) {
        this.requests = requests;
    }

    /** Starts the cache under its name, and returns what it counts with. */
    static AtomicInteger startLinkAndCount() {
        AtomicInteger requests = new AtomicInteger();
        startLink(() -> new CountingCache(requests), TodoCache.NAME).pid();
        return requests;
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(TodoCache.Message message, Void nothing) {
        requests.incrementAndGet();
        return switch (message) {
            case TodoCache.ServerProcess request ->
                    reply(request, ServerSupervisor.startChild(request.listName()), nothing);
        };
    }
}
