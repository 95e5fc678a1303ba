package todo.cache;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.util.HashMap;
import java.util.Map;

/** The process that has the servers started that are missing, each of them once. */
public final class TodoCache
        extends GenServer<TodoCache.Message, Map<String, Start<TodoServer.Message>>> {

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
     * Returns the server of a list. Troubles the cache only if the list has none.
     *
     * @throws otp.Exit if the server cannot start, with the reason that it gave
     */
    public static Pid<TodoServer.Message> serverProcess(String listName) {
        // Task 3: look here, in the client; ask the cache only for what is missing.
        return TodoServer.whereis(listName)
                .orElseGet(() -> call(NAME, new ServerProcess(listName)).pid());
        // End of task 3.
    }

    @Override
    protected Init<Map<String, Start<TodoServer.Message>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Start<TodoServer.Message>>> handle(
            Message message, Map<String, Start<TodoServer.Message>> nothing) {
        return switch (message) {
            case ServerProcess request ->
                    reply(request, find(request.listName(), nothing), nothing);
        };
    }

    private static Start<TodoServer.Message> find(
            String listName, Map<String, Start<TodoServer.Message>> known) {
        // Task 3: look again: another client may have asked for the same list before.
        Start<TodoServer.Message> found = known.get(listName);
        if (found instanceof Start.Ok<TodoServer.Message> ok && Processes.isAlive(ok.pid())) {
            return found;
        }
        Start<TodoServer.Message> start =
                TodoServer.whereis(listName)
                        .<Start<TodoServer.Message>>map(Start.Ok::new)
                        .orElseGet(() -> ServerSupervisor.startChild(listName));
        known.put(listName, start);
        return start;
        // End of task 3.
    }
}
