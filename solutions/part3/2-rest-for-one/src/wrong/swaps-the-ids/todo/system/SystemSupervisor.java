package todo.system;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Storage;
import todo.server.ServerSupervisor;

/** The supervisor of all that registers, or looks for what has registered. */
final class SystemSupervisor {

    private SystemSupervisor() {}

    /** Starts the supervisor and what it supervises, linked to the caller. */
    static Start<Supervisor.Message> startLink(Storage storage) {
        // Task 1: supervise all but the registry, so that each may end alone.
        return Supervisor.startLink(
                SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5),
                ChildSpec.supervisor("todo_server_supervisor", () -> Database.startLink(storage)),
                ChildSpec.supervisor("database", ServerSupervisor::startLink),
                ChildSpec.worker("todo_cache", TodoCache::startLink));
        // End of task 1.
    }
}
