package todo.database;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Start;
import otp.Tuple;
import otp.Via;

import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.Duration;

/** A process that reads and writes stored lists: one of many, each with lists of its own. */
public final class DatabaseWorker extends GenServer<DatabaseWorker.Message, Storage> {

    /** What a database worker understands. */
    public sealed interface Message {}

    /**
     * Stores a list.
     *
     * @param listName the name of the list
     * @param list the list
     */
    public record Store(String listName, TodoList list) implements Message, Cast {}

    /**
     * Asks for a list.
     *
     * @param listName the name of the list
     */
    public record Get(String listName) implements Message, Call<Lookup> {}

    private final Storage storage;

    private DatabaseWorker(Storage storage) {
        this.storage = storage;
    }

    /** Starts the worker of a number, of which there is one at a time, linked to the caller. */
    public static Start<Message> startLink(int number, Storage storage) {
        // Task 1: start the worker under its name.
        return startLink(() -> new DatabaseWorker(storage), via(number));
        // End of task 1.
    }

    /** Stores a list. Does not wait until it has been stored. */
    public static void store(int number, String listName, TodoList list) {
        // Task 1: send the list to whatever process has this worker's name.
        cast(via(number), new Store(listName, list));
        // End of task 1.
    }

    /** Looks for a list, after every list that the caller has had this worker store before. */
    public static Lookup get(int number, String listName) {
        // Task 1: ask whatever process has this worker's name.
        return call(via(number), new Get(listName), Duration.ofSeconds(2));
        // End of task 1.
    }

    /** Returns the name of a worker, under which it is found however often it is restarted. */
    static Via<Message> via(int number) {
        return ProcessRegistry.via(Tuple.of("database_worker", number));
    }

    @Override
    protected Init<Storage> init() {
        return ok(storage);
    }

    @Override
    protected Next<Storage> handle(Message message, Storage storage) {
        return switch (message) {
            case Store(String listName, TodoList list) -> {
                storage.store(listName, list);
                yield noreply(storage);
            }
            case Get request -> reply(request, storage.get(request.listName()), storage);
        };
    }
}
