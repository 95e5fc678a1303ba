package todo.database;

import static otp.Processes.trapExits;

import otp.GenServer;
import otp.Init;
import otp.Next;

import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the worker of one list, which is full for as long as a test wants it to be. */
public final class StandInWorker {

    private final String listName;
    private final List<TodoList> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean isFull;

    /** Creates it. The list is found under this name, and is not stored yet. */
    public StandInWorker(String listName) {
        this.listName = listName;
    }

    /** Starts the registry, and the worker with room for what is stored. */
    public void start() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        GenServer.startLink(Server::new, DatabaseWorker.via(Database.worker(listName))).pid();
    }

    /** From now on, whatever is to be stored is refused. */
    public void fill() {
        isFull = true;
    }

    /** From now on, whatever is to be stored is stored. */
    public void makeRoom() {
        isFull = false;
    }

    /** Returns how often it has refused to store the list. */
    public int refusals() {
        return refusals.get();
    }

    /** Returns all states of the list that it has stored, the oldest first. */
    public List<TodoList> stored() {
        return stored;
    }

    private StoreResult store(TodoList list) {
        if (isFull) {
            refusals.incrementAndGet();
            return StoreResult.BUSY;
        }
        stored.add(list);
        return StoreResult.STORED;
    }

    private final class Server extends GenServer<DatabaseWorker.Message, Boolean> {

        @Override
        protected Init<Boolean> init() {
            return ok(true);
        }

        @Override
        protected Next<Boolean> handle(DatabaseWorker.Message message, Boolean state) {
            return message instanceof DatabaseWorker.Store request
                    ? reply(request, store(request.list()), state)
                    : reply((DatabaseWorker.Get) message, new Lookup.None(), state);
        }
    }
}
