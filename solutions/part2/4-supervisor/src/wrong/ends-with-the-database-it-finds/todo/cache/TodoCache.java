package todo.cache;

import otp.Call;
import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

import todo.database.Database;
import todo.database.Storage;
import todo.server.TodoServer;

import java.util.HashMap;
import java.util.Map;

/**
 * The process that knows which server keeps which list, and starts the servers that are missing.
 */
public final class TodoCache
        extends GenServer<TodoCache.Message, Map<String, Pid<TodoServer.Message>>> {

    static final Name<Message> NAME = new Name<>("todo_cache");

    /** What the cache understands. */
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

    /** Starts the cache, of which there is one at a time, linked to the caller. */
    public static Start<Message> startLink(Storage storage) {
        return startLink(() -> new TodoCache(storage), NAME);
    }

    /**
     * Returns the server of a list: always the same one for the same name.
     *
     * @throws Exit if the server cannot start, with the reason that it gave
     */
    public static Pid<TodoServer.Message> serverProcess(String listName) {
        return call(NAME, new ServerProcess(listName)).pid();
    }

    @Override
    protected Init<Map<String, Pid<TodoServer.Message>>> init() {
        return switch (Database.start(storage)) {
            case Start.Ok<Database.Message> _ -> ok(new HashMap<>());
            case Start.AlreadyStarted<Database.Message>(Pid<Database.Message> database) -> {
                Processes.monitor(database);
                yield ok(new HashMap<>());
            }
            case Start.Ignore<Database.Message> _ -> ignore();
            case Start.Failed<Database.Message>(ExitReason reason) -> stop(reason);
        };
    }

    @Override
    protected Next<Map<String, Pid<TodoServer.Message>>> handle(
            Message message, Map<String, Pid<TodoServer.Message>> servers) {
        return switch (message) {
            case ServerProcess request -> find(request, servers);
        };
    }

    @Override
    protected Next<Map<String, Pid<TodoServer.Message>>> handleInfo(
            Object message, Map<String, Pid<TodoServer.Message>> servers) {
        return message instanceof Down down
                ? stop(down.reason(), servers)
                : super.handleInfo(message, servers);
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
