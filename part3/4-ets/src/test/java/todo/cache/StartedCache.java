package todo.cache;

import static otp.Processes.receive;
import static otp.Processes.trapExits;

import otp.Ets;
import otp.ExitMessage;
import otp.Pid;
import otp.Tuple;

import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.util.List;

/** A cache that was started for a test, together with what it needs. */
final class StartedCache {

    private Pid<TodoCache.Message> pid;

    private StartedCache() {
        this.pid = TodoCache.startLink().pid();
    }

    static StartedCache start(Shelf shelf) {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        ServerSupervisor.startLink().pid();
        return new StartedCache();
    }

    Pid<TodoCache.Message> pid() {
        return pid;
    }

    /** Kills the cache, and starts another. */
    void restart() {
        Running.kill(pid);
        receive(ExitMessage.class);
        pid = TodoCache.startLink().pid();
    }

    /** Kills a server, and waits until the cache has heard of it. */
    void kill(Pid<?> server) {
        Running.kill(server);
        CacheNews.await(pid);
    }

    /** Returns what the table has of a list. */
    static List<Tuple<String, Pid<TodoServer.Message>>> rowsOf(String listName) {
        return Ets.lookup(TodoCache.TABLE, listName);
    }
}
