package todo.cache;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;

import todo.server.TodoServer;

import java.util.HashMap;
import java.util.Map;

/**
 * The process that knows which server keeps which list, and starts the servers that are missing.
 */
public final class TodoCache
        extends GenServer<TodoCache.Message, Map<String, Pid<TodoServer.Message>>> {

    /** What a cache understands. */
    public sealed interface Message {}

    /**
     * Asks for the server of a list.
     *
     * @param listName the name of the list
     */
    public record ServerProcess(String listName)
            implements Message, Call<Pid<TodoServer.Message>> {}

    private TodoCache() {}

    /** Starts a cache that knows no list yet. */
    public static Pid<Message> start() {
        return start(TodoCache::new).pid();
    }

    /** Returns the server of a list: always the same one for the same name. */
    public static Pid<TodoServer.Message> serverProcess(Pid<Message> cache, String listName) {
        // Task 1: ask the cache for the server of this list, and wait for its answer.
        Pid<TodoServer.Message> server = call(cache, new ServerProcess(listName));
        Processes.monitor(server);
        return server;
        // End of task 1.
    }

    @Override
    protected Init<Map<String, Pid<TodoServer.Message>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Pid<TodoServer.Message>>> handle(
            Message message, Map<String, Pid<TodoServer.Message>> servers) {
        return switch (message) {
            case ServerProcess request -> find(request, servers);
        };
    }

    private static Next<Map<String, Pid<TodoServer.Message>>> find(
            ServerProcess request, Map<String, Pid<TodoServer.Message>> servers) {
        Pid<TodoServer.Message> known = servers.get(request.listName());
        if (known == null) {
            // Task 2: start a server, remember it under the list's name, answer with it.
            Pid<TodoServer.Message> started = TodoServer.start();
            servers.put(request.listName(), started);
            return reply(request, started, servers);
            // End of task 2.
        }
        // Task 3: answer with the server that the list already has.
        return reply(request, known, servers);
        // End of task 3.
    }
}
