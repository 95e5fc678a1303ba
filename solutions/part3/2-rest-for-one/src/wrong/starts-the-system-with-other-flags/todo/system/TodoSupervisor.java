package todo.system;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.database.Storage;
import todo.registry.ProcessRegistry;

/** The supervisor of the to-do system: of the registry, and of all that cannot do without it. */
public final class TodoSupervisor {

    private TodoSupervisor() {}

    /** Starts the system, linked to the caller, with the lists that are in the storage. */
    public static Start<Supervisor.Message> startLink(Storage storage) {
        return startLink(storage, SupervisorFlags.oneForOne());
    }

    /** Five restarts within five seconds are allowed; the sixth is one too many. */
    static SupervisorFlags flags() {
        // Task 2: when a child has ended, restart it, and all that was started after it.
        return SupervisorFlags.restForOne().maxRestarts(5).maxSeconds(5);
        // End of task 2.
    }

    static Start<Supervisor.Message> startLink(Storage storage, SupervisorFlags flags) {
        // Task 2: the registry comes first, and all others with one supervisor after it.
        return Supervisor.startLink(
                flags,
                ChildSpec.worker("todo_process_registry", ProcessRegistry::startLink),
                ChildSpec.supervisor("system", () -> SystemSupervisor.startLink(storage)));
        // End of task 2.
    }
}
