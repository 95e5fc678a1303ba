package todo.cache;

import otp.Call;
import otp.Down;
import otp.Ets;
import otp.EtsException;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsPattern;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Start;
import otp.Tuple;

import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.util.Optional;

/**
 * The process that has the servers started that are missing, each of them once, and keeps the table
 * in which all others are found.
 */
public final class TodoCache extends GenServer<TodoCache.Message, Void> {

    static final Name<Message> NAME = new Name<>("todo_cache");

    /** The server of each list; only the cache writes it. */
    static final EtsName<String, Pid<TodoServer.Message>> TABLE = new EtsName<>("todo_cache");

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
        return lookup(listName).orElseGet(() -> call(NAME, new ServerProcess(listName)).pid());
    }

    private static Optional<Pid<TodoServer.Message>> lookup(String listName) {
        try {
            return Ets.lookup(TABLE, listName).stream()
                    .map(Tuple::value)
                    .filter(Processes::isAlive)
                    .findFirst();
        } catch (EtsException noTable) {
            return Optional.empty();
        }
    }

    @Override
    protected Init<Void> init() {
        Ets.create(TABLE, EtsOptions.set());
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void nothing) {
        return switch (message) {
            case ServerProcess request -> reply(request, find(request.listName()), nothing);
        };
    }

    private static Start<TodoServer.Message> find(String listName) {
        return lookup(listName)
                .<Start<TodoServer.Message>>map(Start.Ok::new)
                .orElseGet(() -> startServer(listName));
    }

    private static Start<TodoServer.Message> startServer(String listName) {
        Start<TodoServer.Message> start = ServerSupervisor.startChild(listName);
        if (start instanceof Start.Ok<TodoServer.Message>(Pid<TodoServer.Message> p)) {
            return remembered(listName, p);
        }
        if (start instanceof Start.AlreadyStarted<TodoServer.Message>(Pid<TodoServer.Message> p)) {
            return remembered(listName, p);
        }
        return start;
    }

    private static Start<TodoServer.Message> remembered(
            String listName, Pid<TodoServer.Message> server) {
        Processes.monitor(server);
        Ets.insert(TABLE, Tuple.of(listName, server));
        return new Start.Ok<>(server);
    }

    @Override
    protected Next<Void> handleInfo(Object message, Void nothing) {
        return switch (message) {
            case Down(_, ServerRef<?> ended, _) -> {
                Ets.matchDelete(TABLE, Tuple.of(EtsPattern.ANY, ended));
                yield noreply(nothing);
            }
            default -> super.handleInfo(message, nothing);
        };
    }
}
