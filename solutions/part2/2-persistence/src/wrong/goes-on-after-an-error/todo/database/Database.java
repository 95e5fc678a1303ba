package todo.database;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import todo.list.TodoList;

/** The process that reads and writes the stored lists, all by itself. */
public final class Database extends GenServer<Database.Message, Storage> {

    static final Name<Message> NAME = new Name<>("database_server");

    /** What the database understands. */
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

    private Database(Storage storage) {
        this.storage = storage;
    }

    /** Starts the database, of which there is one at a time. */
    public static Start<Message> start(Storage storage) {
        return start(() -> new Database(storage), NAME);
    }

    /** Stores a list. Does not wait until it has been stored. */
    public static void store(String listName, TodoList list) {
        cast(NAME, new Store(listName, list));
    }

    /** Looks for a list, after every list that the caller has stored before. */
    public static Lookup get(String listName) {
        return call(NAME, new Get(listName));
    }

    @Override
    protected Init<Storage> init() {
        return ok(storage);
    }

    @Override
    protected Next<Storage> handle(Message message, Storage storage) {
        return switch (message) {
            case Store(String listName, TodoList list) -> {
                try {
                    storage.store(listName, list);
                } catch (Error failure) {
                    // The next change is stored again.
                }
                yield noreply(storage);
            }
            case Get request -> reply(request, storage.get(request.listName()), storage);
        };
    }
}
