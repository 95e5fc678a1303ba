package todo.cache;

import otp.Call;
import otp.Exit;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.server.ServerSupervisor;
import todo.server.TodoServer;

/** The process that has the servers started that are missing, each of them once. */
public final class TodoCache extends GenServer<TodoCache.Message, Void> {

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
        return TodoServer.whereis(listName).orElseGet(() -> ask(listName).pid());
    }

    private static Start<TodoServer.Message> ask(String listName) {
        try {
            return call(NAME, new ServerProcess(listName));
        } catch (Exit gone) {
            try {
                return call(NAME, new ServerProcess(listName));
            } catch (Exit again) {
                throw gone;
            }
        }
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void nothing) {
        return switch (message) {
            case ServerProcess request -> reply(request, find(request.listName()), nothing);
        };
    }

    private static Start<TodoServer.Message> find(String listName) {
        return TodoServer.whereis(listName)
                .<Start<TodoServer.Message>>map(Start.Ok::new)
                .orElseGet(() -> ServerSupervisor.startChild(listName));
    }
}
