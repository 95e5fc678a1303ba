package todo.cache;

import otp.Call;
import otp.Cast;
import otp.From;
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

    /**
     * Says that the server of a list has been started.
     *
     * @param listName the name of the list
     * @param server its server
     */
    public record Started(String listName, Pid<TodoServer.Message> server)
            implements Message, Cast {}

    private TodoCache() {}

    /** Starts a cache that knows no list yet. */
    public static Pid<Message> start() {
        return start(TodoCache::new).pid();
    }

    /** Returns the server of a list: always the same one for the same name. */
    public static Pid<TodoServer.Message> serverProcess(Pid<Message> cache, String listName) {
        return call(cache, new ServerProcess(listName));
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
            case Started(String listName, Pid<TodoServer.Message> server) -> {
                servers.put(listName, server);
                yield noreply(servers);
            }
        };
    }

    private Next<Map<String, Pid<TodoServer.Message>>> find(
            ServerProcess request, Map<String, Pid<TodoServer.Message>> servers) {
        Pid<TodoServer.Message> known = servers.get(request.listName());
        if (known == null) {
            Pid<Message> cache = Processes.self();
            From<Pid<TodoServer.Message>> from = from(request);
            Processes.spawn(() -> start(cache, request.listName(), from));
            return noreply(servers);
        }
        return reply(request, known, servers);
    }

    private static void start(
            Pid<Message> cache, String listName, From<Pid<TodoServer.Message>> from) {
        Pid<TodoServer.Message> server = TodoServer.start();
        cast(cache, new Started(listName, server));
        reply(from, server);
    }
}
