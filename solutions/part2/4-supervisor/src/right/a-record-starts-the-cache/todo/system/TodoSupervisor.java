package todo.system;

import otp.ChildSpec;
import otp.Restart;
import otp.Shutdown;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.cache.TodoCache;
import todo.database.Storage;

import java.time.Duration;
import java.util.function.Supplier;

/** The supervisor of the to-do system. */
public final class TodoSupervisor {

    private TodoSupervisor() {}

    /** Starts the system, linked to the caller, with the lists that are in the storage. */
    public static Start<Supervisor.Message> startLink(Storage storage) {
        return startLink(storage, flags());
    }

    /** Five restarts within five seconds are allowed; the sixth is one too many. */
    static SupervisorFlags flags() {
        // Task 4: allow five restarts within five seconds, and not a sixth.
        return SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5);
        // End of task 4.
    }

    static Start<Supervisor.Message> startLink(Storage storage, SupervisorFlags flags) {
        // Task 4: supervise the cache.
        return Supervisor.startLink(
                flags,
                new ChildSpec<>(
                        "todo_cache",
                        new StartOfTheCache(storage),
                        Restart.PERMANENT,
                        false,
                        Shutdown.after(Duration.ofSeconds(5)),
                        ChildSpec.Type.WORKER));
    }

    private record StartOfTheCache(Storage storage) implements Supplier<Start<TodoCache.Message>> {

        @Override
        public Start<TodoCache.Message> get() {
            return TodoCache.startLink(storage);
        }
        // End of task 4.
    }
}
