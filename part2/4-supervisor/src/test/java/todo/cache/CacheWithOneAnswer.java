package todo.cache;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Start;

import todo.server.TodoServer;

import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the cache, under its name: every request gets the same answer, and is counted. */
final class CacheWithOneAnswer extends GenServer<TodoCache.Message, Void> {

    private final Start<TodoServer.Message> answer;
    private final AtomicInteger requests;

    private CacheWithOneAnswer(Start<TodoServer.Message> answer, AtomicInteger requests) {
        this.answer = answer;
        this.requests = requests;
    }

    /** Starts the cache, and returns what it counts with. */
    static AtomicInteger startWith(Start<TodoServer.Message> answer) {
        AtomicInteger requests = new AtomicInteger();
        startLink(() -> new CacheWithOneAnswer(answer, requests), TodoCache.NAME).pid();
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
            case TodoCache.ServerProcess request -> reply(request, answer, nothing);
        };
    }
}
