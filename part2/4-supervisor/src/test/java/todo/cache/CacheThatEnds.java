package todo.cache;

import static otp.Processes.register;
import static otp.Processes.unregister;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

/** Stands in for the cache, and hands its name to the next one before a request ends it. */
final class CacheThatEnds extends GenServer<TodoCache.Message, Void> {

    private final Pid<TodoCache.Message> next;
    private final ExitReason reason;

    private CacheThatEnds(Pid<TodoCache.Message> next, ExitReason reason) {
        this.next = next;
        this.reason = reason;
    }

    /** Starts a cache before the one that has the name, which it gives back with its end. */
    static void startBefore(Pid<TodoCache.Message> next, ExitReason reason) {
        unregister(TodoCache.NAME);
        start(() -> new CacheThatEnds(next, reason), TodoCache.NAME).pid();
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(TodoCache.Message message, Void nothing) {
        unregister(TodoCache.NAME);
        register(next, TodoCache.NAME);
        return stop(reason, nothing);
    }
}
