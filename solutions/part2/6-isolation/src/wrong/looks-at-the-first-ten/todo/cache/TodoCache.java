package todo.cache;

import otp.Call;
import otp.ExitMessage;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

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

    private TodoCache() {}

    /** Starts the cache, of which there is one at a time, linked to the caller. */
    public static Start<Message> startLink() {
        return startLink(TodoCache::new, NAME);
    }

    /**
     * Returns the server of a list: always the same one for the same name.
     *
     * @throws otp.Exit if the server cannot start, with the reason that it gave
     */
    public static Pid<TodoServer.Message> serverProcess(String listName) {
        return call(NAME, new ServerProcess(listName)).pid();
    }

    @Override
    protected Init<Map<String, Pid<TodoServer.Message>>> init() {
        Processes.trapExits(true);
        return ok(new HashMap<>());
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
        return switch (message) {
            case ExitMessage(Pid<?> ended, _) -> {
                servers.entrySet().stream()
                        .limit(10)
                        .filter(server -> server.getValue().equals(ended))
                        .map(Map.Entry::getKey)
                        .toList()
                        .forEach(servers::remove);
                yield noreply(servers);
            }
            default -> super.handleInfo(message, servers);
        };
    }

    private static Next<Map<String, Pid<TodoServer.Message>>> find(
            ServerProcess request, Map<String, Pid<TodoServer.Message>> servers) {
        Pid<TodoServer.Message> known = servers.get(request.listName());
        if (known == null) {
            Start<TodoServer.Message> start = TodoServer.startLink(request.listName());
            if (start instanceof Start.Ok(Pid<TodoServer.Message> started)) {
                servers.put(request.listName(), started);
            }
            return reply(request, start, servers);
        }
        return reply(request, new Start.Ok<>(known), servers);
    }
}
