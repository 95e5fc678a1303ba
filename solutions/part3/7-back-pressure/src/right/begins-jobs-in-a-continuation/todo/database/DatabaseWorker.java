package todo.database;

import otp.Call;
import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Tuple;
import otp.Via;

import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A process that has stored lists read and written: one of many, each with lists of its own. It
 * decides what the disk does next, and never waits for the disk itself. So it can say at any time
 * that too much is to be stored.
 */
public final class DatabaseWorker extends GenServer<DatabaseWorker.Message, DatabaseWorker.State> {

    /**
     * How many jobs may wait when a list is to be stored. At twenty-five milliseconds each, they
     * take as long as a client waits for the answer to a call.
     */
    static final int LIMIT = 200;

    /** What a database worker understands. */
    public sealed interface Message {}

    /**
     * Asks for a list to be stored.
     *
     * @param listName the name of the list
     * @param list the list
     */
    public record Store(String listName, TodoList list) implements Message, Call<StoreResult> {}

    /**
     * Asks for a list.
     *
     * @param listName the name of the list
     */
    public record Get(String listName) implements Message, Call<Lookup> {}

    /** Tells the worker that a job is done. */
    record Done() {}

    /**
     * What a worker knows.
     *
     * @param isAtWork whether a process does a job at the moment
     * @param waiting the jobs to do after that, in their order; those that write, by their lists
     */
    record State(boolean isAtWork, SequencedMap<Object, Job> waiting) {

        /** Tells whether one more list would be too much to store. */
        boolean isFull() {
            return waiting.size() >= LIMIT;
        }

        /** Returns this state with one more job, or with one that does the work of two. */
        State with(Job.Write write) {
            SequencedMap<Object, Job> jobs = new LinkedHashMap<>(waiting);
            jobs.merge(
                    write.listName(),
                    write,
                    (earlier, _) -> ((Job.Write) earlier).mergedWith(write));
            return new State(isAtWork, jobs);
        }

        /** Returns this state with one more job. */
        State with(Job.Read read) {
            SequencedMap<Object, Job> jobs = new LinkedHashMap<>(waiting);
            jobs.put(read.client(), read);
            return new State(isAtWork, jobs);
        }

        /** Returns this state when the job that waits longest is being done. */
        State begun() {
            SequencedMap<Object, Job> jobs = new LinkedHashMap<>(waiting);
            jobs.pollFirstEntry();
            return new State(true, jobs);
        }

        /** Returns this state when no job is being done. */
        State rested() {
            return new State(false, waiting);
        }
    }

    private final Storage storage;

    private DatabaseWorker(Storage storage) {
        this.storage = storage;
    }

    /** Starts the worker of a number, of which there is one at a time, linked to the caller. */
    public static Start<Message> startLink(int number, Storage storage) {
        return startLink(() -> new DatabaseWorker(storage), via(number));
    }

    /** Stores a list, and waits until it is on disk; or refuses it at once. */
    public static StoreResult store(int number, String listName, TodoList list) {
        return call(via(number), new Store(listName, list));
    }

    /** Looks for a list, after all that was to be done before. */
    public static Lookup get(int number, String listName) {
        return call(via(number), new Get(listName));
    }

    /** Returns the name of a worker, under which it is found however often it is restarted. */
    static Via<Message> via(int number) {
        return ProcessRegistry.via(Tuple.of("database_worker", number));
    }

    @Override
    protected Init<State> init() {
        return ok(new State(false, new LinkedHashMap<>()));
    }

    @Override
    protected Next<State> handle(Message message, State state) {
        return switch (message) {
            case Store request -> store(request, state);
            case Get request -> noreply(next(state.with(read(request))));
        };
    }

    private Next<State> store(Store request, State state) {
        return state.isFull() && !state.waiting().containsKey(request.listName())
                ? reply(request, StoreResult.BUSY, state)
                : noreply(state.with(write(request)), continueWith("next"));
    }

    private Job.Write write(Store request) {
        return new Job.Write(request.listName(), request.list(), List.of(from(request)));
    }

    private Job.Read read(Get request) {
        return new Job.Read(request.listName(), from(request));
    }

    @Override
    protected Next<State> handleContinue(Object argument, State state) {
        return noreply(next(state));
    }

    @Override
    protected Next<State> handleInfo(Object message, State state) {
        return switch (message) {
            case Done _ -> noreply(next(state.rested()));
            default -> super.handleInfo(message, state);
        };
    }

    /** Has the next job begun, if there is one and the disk is free; returns the state then. */
    private State next(State state) {
        if (state.isAtWork() || state.waiting().isEmpty()) {
            return state;
        }
        begin(state.waiting().firstEntry().getValue());
        return state.begun();
    }

    /** Has a process do a job, which is linked to the worker, and tells it when it is done. */
    private void begin(Job job) {
        Pid<Object> worker = Processes.self();
        Processes.spawnLink(() -> {
            doneBy(job);
            Processes.send(worker, new Done());
        });
    }

    /** Does a job, and answers those that wait for it. Blocks until the disk is done. */
    private void doneBy(Job job) {
        switch (job) {
            case Job.Write(String listName, TodoList list, List<From<StoreResult>> clients) -> {
                storage.store(listName, list);
                clients.forEach(client -> reply(client, StoreResult.STORED));
            }
            case Job.Read(String listName, From<Lookup> client) ->
                    reply(client, storage.get(listName));
        }
    }
}
