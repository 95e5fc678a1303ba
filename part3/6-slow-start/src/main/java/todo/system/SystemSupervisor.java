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
        return Supervisor.startLink(
                SupervisorFlags.oneForOne().maxRestarts(5).maxSeconds(5),
                ChildSpec.supervisor("database", () -> Database.startLink(storage)),
                ChildSpec.supervisor("todo_server_supervisor", ServerSupervisor::startLink),
                ChildSpec.worker("todo_cache", TodoCache::startLink));
    }
}
