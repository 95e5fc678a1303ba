package todo.server;

import otp.Call;
import otp.ExitReason;
import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Tuple;
import otp.Via;

import todo.database.Database;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The process that keeps one to-do list, and has every change of it stored. It runs before it has
 * read the list: what it is asked meanwhile it answers as soon as the list is there.
 */
public final class TodoServer extends GenServer<TodoServer.Message, TodoServer.State> {

    /** How long reading a list may take: less than the five seconds for which a client waits. */
    static final Duration READING_LIMIT = Duration.ofSeconds(3);

    /** What a to-do server understands. */
    public sealed interface Message {}

    /** Asks whether the list is there. */
    public record IsReady() implements Message, Call<Boolean> {}

    /**
     * What a server can answer only when the list is there.
     *
     * @param <R> the answer
     */
    public sealed interface ListRequest<R> extends Message, Call<R> {}

    /**
     * Adds an entry.
     *
     * @param date the day it is to be done
     * @param title what is to be done
     */
    public record AddEntry(LocalDate date, String title) implements ListRequest<Void> {}

    /**
     * Asks for the entries of a day.
     *
     * @param date the day
     */
    public record Entries(LocalDate date) implements ListRequest<List<Entry>> {}

    /** Removes all entries. */
    public record Clear() implements ListRequest<Void> {}

    /**
     * Tells the server that reading its list has taken too long; then the reason why it ends.
     *
     * @param listName the name of the list
     * @param limit how long reading may take
     */
    record TooLate(String listName, Duration limit) {}

    /** What a to-do server knows. */
    sealed interface State {}

    /**
     * The list is being read.
     *
     * @param waiting the clients that wait for it, the one that asked first first
     */
    record Loading(Deque<From<?>> waiting) implements State {

        /** Adds one more client, behind all others. */
        Loading with(From<?> client) {
            waiting.addLast(client);
            return this;
        }
    }

    /**
     * The list is there.
     *
     * @param list the list
     */
    record Ready(TodoList list) implements State {}

    private final String listName;
    private final Duration limit;

    private TodoServer(String listName, Duration limit) {
        this.listName = listName;
        this.limit = limit;
    }

    /**
     * Starts the server of a list, of which there is one at a time, linked to the caller. Does not
     * wait for what is stored under the list's name. A server that cannot read it ends, and every
     * client that waits hears why.
     */
    public static Start<Message> startLink(String listName) {
        return startLink(listName, READING_LIMIT);
    }

    static Start<Message> startLink(String listName, Duration limit) {
        return startLink(() -> new TodoServer(listName, limit), via(listName));
    }

    private static Via<Message> via(String listName) {
        return ProcessRegistry.via(Tuple.of("todo_server", listName));
    }

    /** Tells whether the server has its list by now. Does not wait for the list. */
    public static boolean isReady(Pid<Message> server) {
        return call(server, new IsReady());
    }

    /** Adds an entry, and waits until it is on the list. */
    public static void addEntry(Pid<Message> server, LocalDate date, String title) {
        call(server, new AddEntry(date, title));
    }

    /** Returns the entries of a day. */
    public static List<Entry> entries(Pid<Message> server, LocalDate date) {
        return call(server, new Entries(date));
    }

    /** Removes all entries, and waits until it has been done. */
    public static void clear(Pid<Message> server) {
        call(server, new Clear());
    }

    @Override
    protected Init<State> init() {
        return ok(new Loading(new ArrayDeque<>()), continueWith(listName));
    }

    @Override
    protected Next<State> handleContinue(Object argument, State state) {
        Pid<Object> server = Processes.self();
        Processes.sendAfter(server, new TooLate(listName, limit), limit);
        Processes.spawnLink(() -> Processes.send(server, Database.get(listName)));
        return noreply(state);
    }

    @Override
    protected Next<State> handle(Message message, State state) {
        return switch (message) {
            case IsReady request -> {
                yield reply(request, state instanceof Ready, state);
            }
            case ListRequest<?> request -> noreply(taken(from(request), state));
        };
    }

    private State taken(From<?> client, State state) {
        return switch (state) {
            case Loading loading -> loading.with(client);
            case Ready(TodoList list) -> new Ready(served(client, list));
        };
    }

    /** Answers a client, and returns the list as it is after that. */
    private TodoList served(From<?> client, TodoList list) {
        return switch (client.request()) {
            case AddEntry request -> {
                TodoList changed = stored(list.add(request.date(), request.title()));
                client.reply(request, null);
                yield changed;
            }
            case Entries request -> {
                client.reply(request, list.entries(request.date()));
                yield list;
            }
            case Clear request -> {
                TodoList changed = stored(TodoList.empty());
                client.reply(request, null);
                yield changed;
            }
            default -> throw new IllegalStateException("not a request for the list: " + client);
        };
    }

    private TodoList stored(TodoList changed) {
        Database.store(listName, changed);
        return changed;
    }

    @Override
    protected Next<State> handleInfo(Object message, State state) {
        return switch (message) {
            case Lookup lookup when state instanceof Loading loading -> loaded(lookup, loading);
            case TooLate late -> gaveUp(late, state);
            default -> super.handleInfo(message, state);
        };
    }

    private Next<State> loaded(Lookup lookup, Loading loading) {
        return switch (lookup) {
            case Lookup.Found(TodoList list) -> noreply(ready(list, loading.waiting()));
            case Lookup.None _ -> noreply(ready(TodoList.empty(), loading.waiting()));
            case Lookup.Broken broken -> stop(ExitReason.of(broken), loading);
        };
    }

    private Ready ready(TodoList read, Deque<From<?>> waiting) {
        TodoList list = read;
        while (!waiting.isEmpty()) {
            list = served(waiting.removeFirst(), list);
        }
        return new Ready(list);
    }

    private Next<State> gaveUp(TooLate late, State state) {
        return state instanceof Loading ? stop(ExitReason.of(late), state) : noreply(state);
    }
}
