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

/** The supervisor of the to-do system. */
public final class TodoSupervisor {

    private static final SupervisorFlags FLAGS =
            SupervisorFlags.oneForOne().maxSeconds(5).maxRestarts(5);

    private TodoSupervisor() {}

    /** Starts the system, linked to the caller, with the lists that are in the storage. */
    public static Start<Supervisor.Message> startLink(Storage storage) {
        return startLink(storage, flags());
    }

    /** Five restarts within five seconds are allowed; the sixth is one too many. */
    static SupervisorFlags flags() {
        return FLAGS;
    }

    static Start<Supervisor.Message> startLink(Storage storage, SupervisorFlags flags) {
        return Supervisor.startLink(flags, cache(storage));
    }

    private static ChildSpec<TodoCache.Message> cache(Storage storage) {
        return ChildSpec.worker("todo_cache", () -> TodoCache.startLink(storage))
                .withRestart(Restart.PERMANENT)
                .withShutdown(Shutdown.after(Duration.ofSeconds(5)));
    }
}
