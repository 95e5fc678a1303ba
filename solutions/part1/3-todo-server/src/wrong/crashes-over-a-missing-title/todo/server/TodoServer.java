package todo.server;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import todo.list.Entry;
import todo.list.TodoList;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The process that keeps one to-do list. */
public final class TodoServer extends GenServer<TodoServer.Message, TodoList> {

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

    private TodoServer() {}

    /** Starts a server with an empty list. */
    public static Pid<Message> start() {
        return start(TodoServer::new).pid();
    }

    /** Adds an entry. Does not wait until it has been added. */
    public static void addEntry(Pid<Message> server, LocalDate date, String title) {
        cast(server, new AddEntry(date, title));
    }

    /** Returns the entries of a day, every one among them that the caller has added before. */
    public static List<Entry> entries(Pid<Message> server, LocalDate date) {
        return call(server, new Entries(date));
    }

    @Override
    protected Init<TodoList> init() {
        return ok(TodoList.empty());
    }

    @Override
    protected Next<TodoList> handle(Message message, TodoList list) {
        return switch (message) {
            case AddEntry(LocalDate date, String title) ->
                    noreply(list.add(date, Objects.requireNonNull(title)));
            case Entries request -> reply(request, list.entries(request.date()), list);
        };
    }
}
