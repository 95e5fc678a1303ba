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
import java.util.stream.Collectors;

/**
 * The process that knows which server keeps which list, and starts the servers that are missing.
 */
public final class TodoCache extends GenServer<TodoCache.Message, TodoCache.Servers> {

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

    /**
     * What the cache knows.
     *
     * @param byName the server of each list
     */
    record Servers(Map<String, Pid<TodoServer.Message>> byName) {

        Servers with(String listName, Pid<TodoServer.Message> started) {
            Map<String, Pid<TodoServer.Message>> more = new HashMap<>(byName);
            more.put(listName, started);
            return new Servers(Map.copyOf(more));
        }

        Servers without(Pid<?> ended) {
            return new Servers(
                    byName.entrySet().stream()
                            .filter(entry -> !entry.getValue().equals(ended))
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

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
    protected Init<TodoCache.Servers> init() {
        // Task 1: do not end with a server: receive its end as a message instead.
        Processes.trapExits(true);
        return ok(new Servers(Map.of()));
        // End of task 1.
    }

    @Override
    protected Next<TodoCache.Servers> handle(Message message, TodoCache.Servers servers) {
        return switch (message) {
            case ServerProcess request -> find(request, servers);
        };
    }

    @Override
    protected Next<TodoCache.Servers> handleInfo(Object message, TodoCache.Servers servers) {
        return switch (message) {
            case ExitMessage(Pid<?> ended, _) -> {
                // Task 1: forget a server that has ended: the next request starts another.
                yield noreply(servers.without(ended));
                // End of task 1.
            }
            default -> super.handleInfo(message, servers);
        };
    }

    private static Next<TodoCache.Servers> find(ServerProcess request, TodoCache.Servers servers) {
        Pid<TodoServer.Message> known = servers.byName().get(request.listName());
        if (known == null) {
            Start<TodoServer.Message> start = TodoServer.startLink(request.listName());
            if (start instanceof Start.Ok(Pid<TodoServer.Message> started)) {
                return reply(request, start, servers.with(request.listName(), started));
            }
            return reply(request, start, servers);
        }
        return reply(request, new Start.Ok<>(known), servers);
    }
}
