package todo.database;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.list.TodoList;

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

    /** Starts a worker, linked to the caller. */
    public static Start<Message> startLink(Storage storage) {
        return startLink(() -> new DatabaseWorker(storage));
    }

    /** Stores a list. Does not wait until it has been stored. */
    public static void store(Pid<Message> worker, String listName, TodoList list) {
        cast(worker, new Store(listName, list));
    }

    /** Looks for a list, after every list that the caller has had this worker store before. */
    public static Lookup get(Pid<Message> worker, String listName) {
        return call(worker, new Get(listName), Duration.ofSeconds(2));
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
