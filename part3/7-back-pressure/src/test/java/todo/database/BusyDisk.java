package todo.database;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo.Status;
import otp.Processes;
import otp.Sys;
import otp.Tuple;

import todo.Running;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database worker whose disk is busy until a test lets it go on, and clients that wait. */
public final class BusyDisk {

    /** The worker of Bob's list, and of all lists that this class stores. */
    static final int WORKER = 3;

    /** How many lists may wait to be stored. */
    static final int LIMIT = DatabaseWorker.LIMIT;

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final String BUSY_WITH = "the list that the disk is busy with";
    private static final String BEGINNING = "a list to begin with";

    private final Shelf shelf = new Shelf();
    private Pid<?> busy;
    private int asked;

    /**
     * What a client has been told.
     *
     * @param listName the list that it has stored
     * @param result what became of it
     */
    record Told(String listName, StoreResult result) {}

    /** Starts registry and database, with a disk that works. */
    public void start() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        DatabaseWorker.get(WORKER, BEGINNING);
    }

    /** Starts them, and has the worker's disk be busy until it is released. */
    void startBusy() throws InterruptedException {
        start();
        occupy();
    }

    /** Has the worker's disk be busy until it is released; counts what the worker is asked. */
    public void occupy() throws InterruptedException {
        shelf.hold(BUSY_WITH);
        Processes.spawn(() -> DatabaseWorker.get(WORKER, BUSY_WITH));
        shelf.awaitWorkWith(BUSY_WITH);
        expectToListen();
        busy = worker();
        Sys.keepStatistics(busy, true);
    }

    private static void expectToListen() {
        try {
            Sys.getState(worker(), Duration.ofSeconds(2));
        } catch (Exit exit) {
            throw new AssertionError("the worker hears nothing while its disk is busy", exit);
        }
    }

    /** Lets the disk go on. */
    void release() {
        shelf.release(BUSY_WITH);
    }

    /** Returns the disk. */
    public Shelf shelf() {
        return shelf;
    }

    /** Returns a list with so many entries. */
    static TodoList list(int entries) {
        TodoList list = TodoList.empty();
        for (int entry = 1; entry <= entries; entry++) {
            list = list.add(DAY, "entry " + entry);
        }
        return list;
    }

    /** Stores a list while the disk works: a worker that cannot do it fails the test. */
    public void expectToStore() {
        DatabaseWorker.store(WORKER, BEGINNING, list(1));
    }

    /** Has a client store a list, and waits until the worker has its request. */
    void store(String listName, TodoList list) {
        ask(listName, list);
        awaitRequests(asked);
    }

    /** Has clients store different lists, as many as may wait. */
    public void fill() {
        IntStream.rangeClosed(1, LIMIT).forEach(number -> ask("list " + number, list(1)));
        awaitRequests(asked);
    }

    private void ask(String listName, TodoList list) {
        Pid<Object> test = self();
        asked++;
        spawnMonitor(
                () -> send(test, new Told(listName, DatabaseWorker.store(WORKER, listName, list))));
    }

    /** Waits until the worker has handled so many requests since its disk is busy. */
    void awaitRequests(int number) {
        await("the worker has handled %d requests".formatted(number))
                .until(() -> handled() >= number);
    }

    /** Waits until no process can go on before the disk does. */
    static void awaitQuiet() {
        await("every process waits").until(BusyDisk::isQuiet);
    }

    private static boolean isQuiet() {
        return Running.processes().stream().noneMatch(BusyDisk::isRunning);
    }

    /** Returns what clients have been told by now: each that has an answer has passed it on. */
    static List<Told> toldSoFar() {
        awaitQuiet();
        return Stream.generate(() -> receive(Told.class, Duration.ZERO))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isRunning(Pid<?> process) {
        return info(process).filter(it -> it.status() == Status.RUNNING).isPresent();
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(4));
    }

    /** Returns how many requests the worker has handled since its disk is busy. */
    private long handled() {
        try {
            return Sys.statistics(busy).orElseThrow().messagesIn();
        } catch (Exit exit) {
            throw receive(Down.class, Duration.ofSeconds(2))
                    .map(client -> new Exit(client.reason()))
                    .orElse(exit);
        }
    }

    /** Waits until so many clients have ended, and returns what they were told. */
    static List<Told> told(int clients) {
        for (int client = 1; client <= clients; client++) {
            Down end = Running.awaitEnd();
            if (!end.reason().equals(ExitReason.NORMAL)) {
                throw new Exit(end.reason());
            }
        }
        return Stream.generate(() -> receive(Told.class)).limit(clients).toList();
    }

    /** Returns the worker. */
    static Pid<?> worker() {
        return ProcessRegistry.whereisName(Tuple.of("database_worker", WORKER))
                .orElseThrow(() -> new AssertionError("there is no worker " + WORKER));
    }
}
