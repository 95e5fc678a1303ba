package todo.cache;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.database.Database;
import todo.database.Storage;
import todo.server.TodoServer;

import java.util.LinkedHashMap;
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
            implements Message, Call<Start<TodoServer.Message>> {}

    private final Storage storage;

    private TodoCache(Storage storage) {
        this.storage = storage;
    }

    /** Starts a cache that knows no list yet, and with it the database. */
    public static Pid<Message> start(Storage storage) {
        return start(() -> new TodoCache(storage)).pid();
    }

    /**
     * Returns the server of a list: always the same one for the same name.
     *
     * @throws otp.Exit if the server cannot start, with the reason that it gave
     */
    public static Pid<TodoServer.Message> serverProcess(Pid<Message> cache, String listName) {
        return call(cache, new ServerProcess(listName)).pid();
    }

    @Override
    protected Init<Map<String, Pid<TodoServer.Message>>> init() {
        Database.start(storage).pid();
        return ok(
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<String, Pid<TodoServer.Message>> first) {
                        return size() > 100;
                    }
                });
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
            Start<TodoServer.Message> start = TodoServer.start(request.listName());
            if (start instanceof Start.Ok(Pid<TodoServer.Message> started)) {
                servers.put(request.listName(), started);
            }
            return reply(request, start, servers);
        }
        return reply(request, new Start.Ok<>(known), servers);
    }
}
