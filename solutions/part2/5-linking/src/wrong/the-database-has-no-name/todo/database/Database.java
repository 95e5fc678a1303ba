package todo.database;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.list.TodoList;

import java.util.List;
import java.util.stream.Stream;

/** The process that knows the database workers, and which of them has which list. */
public final class Database extends GenServer<Database.Message, List<Pid<DatabaseWorker.Message>>> {

    /** How many workers there are. */
    static final int WORKERS = 10;

    static final Name<Message> NAME = new Name<>("database_server");

    /** What the database understands. */
    public sealed interface Message {}

    /**
     * Asks for the worker that has a list.
     *
     * @param listName the name of the list
     */
    public record GetWorker(String listName)
            implements Message, Call<Pid<DatabaseWorker.Message>> {}

    private final Storage storage;

    private Database(Storage storage) {
        this.storage = storage;
    }

    /**
     * Starts the database, of which there is one at a time, linked to the caller and its workers.
     */
    public static Start<Message> startLink(Storage storage) {
        return startLink(() -> new Database(storage));
    }

    /** Stores a list. Waits for the database to say who does it, but not until it is done. */
    public static void store(String listName, TodoList list) {
        DatabaseWorker.store(worker(listName), listName, list);
    }

    /** Looks for a list, after every list that the caller has stored before. */
    public static Lookup get(String listName) {
        return DatabaseWorker.get(worker(listName), listName);
    }

    /** Returns the worker that has a list: always the same one for the same name. */
    static Pid<DatabaseWorker.Message> worker(String listName) {
        return call(NAME, new GetWorker(listName));
    }

    @Override
    protected Init<List<Pid<DatabaseWorker.Message>>> init() {
        return ok(
                Stream.generate(() -> DatabaseWorker.startLink(storage).pid())
                        .limit(WORKERS)
                        .toList());
    }

    @Override
    protected Next<List<Pid<DatabaseWorker.Message>>> handle(
            Message message, List<Pid<DatabaseWorker.Message>> workers) {
        return switch (message) {
            case GetWorker request -> reply(request, pick(request.listName(), workers), workers);
        };
    }

    private static Pid<DatabaseWorker.Message> pick(
            String listName, List<Pid<DatabaseWorker.Message>> workers) {
        return workers.get(Math.floorMod(listName.hashCode(), workers.size()));
    }
}
