package todo.system;

import otp.ChildSpec;
import otp.Name;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.cache.TodoCache;
import todo.database.Storage;

/** The supervisor of the to-do system. */
public final class TodoSupervisor {

    private static final Name<Supervisor.Message> NAME = new Name<>("todo_supervisor");

    private TodoSupervisor() {}

    /** Starts the system, linked to the caller, with the lists that are in the storage. */
    public static Start<Supervisor.Message> startLink(Storage storage) {
        return startLink(storage, flags());
    }

    /** Five restarts within five seconds are allowed; the sixth is one too many. */
    static SupervisorFlags flags() {
        return SupervisorFlags.oneForAll().maxRestarts(5).maxSeconds(5);
    }

    static Start<Supervisor.Message> startLink(Storage storage, SupervisorFlags flags) {
        return Supervisor.startLink(
                NAME, flags, ChildSpec.worker("todo_cache", () -> TodoCache.startLink(storage)));
    }
}
