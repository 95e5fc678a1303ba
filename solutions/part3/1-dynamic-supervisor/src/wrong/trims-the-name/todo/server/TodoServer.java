package todo.server;

import otp.Call;
import otp.Cast;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Start;
import otp.Tuple;

import todo.database.Database;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The process that keeps one to-do list, and has every change of it stored. */
public final class TodoServer extends GenServer<TodoServer.Message, TodoServer.State> {

    /** What a to-do server understands. */
    public sealed interface Message {}

    /**
     * Adds an entry.
     *
     * @param date the day it is to be done
     * @param title what is to be done
     */
    public record AddEntry(LocalDate date, String title) implements Message, Cast {}

    /**
     * Asks for the entries of a day.
     *
     * @param date the day
     */
    public record Entries(LocalDate date) implements Message, Call<List<Entry>> {}

    /** Removes all entries. */
    public record Clear() implements Message, Call<Void> {}

    /**
     * What a to-do server knows.
     *
     * @param listName the name under which the list is stored
     * @param list the list
     */
    record State(String listName, TodoList list) {}

    private final String listName;

    private TodoServer(String listName) {
        this.listName = listName;
    }

    /**
     * Starts the server of a list, of which there is one at a time, linked to the caller, with what
     * is stored under the list's name, or else with an empty list.
     */
    public static Start<Message> startLink(String listName) {
        return startLink(
                () -> new TodoServer(listName),
                ProcessRegistry.via(Tuple.of("todo_server", listName.strip())));
    }

    /** Returns the living server of a list, if there is one. */
    @SuppressWarnings("unchecked")
    public static Optional<Pid<Message>> whereis(String listName) {
        return ProcessRegistry.whereisName(key(listName)).map(server -> (Pid<Message>) server);
    }

    private static Object key(String listName) {
        return Tuple.of("todo_server", listName);
    }

    /** Adds an entry. Does not wait until it has been added. */
    public static void addEntry(Pid<Message> server, LocalDate date, String title) {
        cast(server, new AddEntry(date, title));
    }

    /** Returns the entries of a day, every one among them that the caller has added before. */
    public static List<Entry> entries(Pid<Message> server, LocalDate date) {
        return call(server, new Entries(date));
    }

    /** Removes all entries, and waits until it has been done. */
    public static void clear(Pid<Message> server) {
        call(server, new Clear());
    }

    @Override
    protected Init<State> init() {
        return switch (Database.get(listName)) {
            case Lookup.Found(TodoList list) -> ok(new State(listName, list));
            case Lookup.None _ -> ok(new State(listName, TodoList.empty()));
            case Lookup.Broken broken -> stop(ExitReason.of(broken));
        };
    }

    @Override
    protected Next<State> handle(Message message, State state) {
        TodoList list = state.list();
        return switch (message) {
            case AddEntry(LocalDate date, String title) ->
                    noreply(stored(state, list.add(date, title)));
            case Entries request -> reply(request, list.entries(request.date()), state);
            case Clear request -> reply(request, null, stored(state, TodoList.empty()));
        };
    }

    private static State stored(State state, TodoList changed) {
        Database.store(state.listName(), changed);
        return new State(state.listName(), changed);
    }
}
