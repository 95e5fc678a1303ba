package todo.system;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Storage;

/** The supervisor of the to-do system. */
public final class TodoSupervisor {

    private TodoSupervisor() {}

    /** Starts the system, linked to the caller, with the lists that are in the storage. */
    public static Start<Supervisor.Message> startLink(Storage storage) {
        return startLink(storage, flags());
    }

    /** Five restarts within five seconds are allowed; the sixth is one too many. */
    static SupervisorFlags flags() {
        return SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5);
    }

    static Start<Supervisor.Message> startLink(Storage storage, SupervisorFlags flags) {
        return Supervisor.startLink(
                flags,
                ChildSpec.worker("todo_cache", () -> Database.startLink(storage)),
                ChildSpec.worker("database_server", TodoCache::startLink));
    }
}
