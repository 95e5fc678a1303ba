package todo.server;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;

import org.awaitility.Awaitility;

import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Monitor;
import otp.Pid;
import otp.Processes;
import otp.Sys;

import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.registry.ProcessRegistry;
import todo.registry.RegistryNews;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** A database whose disk gives a list only when a test lets it, and those that wait for it. */
final class SlowDisk {

    private final Shelf shelf = new Shelf();
    private Pid<ProcessRegistry.Message> registry;

    void start() {
        startWithoutDatabase();
        Database.startLink(shelf).pid();
        Database.get("a list that is read before");
    }

    void startWithoutDatabase() {
        trapExits(true);
        registry = ProcessRegistry.startLink().pid();
    }

    void hold(String listName) {
        shelf.hold(listName);
    }

    void release(String listName) {
        shelf.release(listName);
    }

    void awaitWorkWith(String listName) throws InterruptedException {
        shelf.awaitWorkWith(listName);
    }

    int readings(String listName) {
        return shelf.readings(listName);
    }

    /** Starts a server whose list the disk does not give, and waits until the disk is asked. */
    Pid<TodoServer.Message> startLoading(String listName) throws InterruptedException {
        shelf.hold(listName);
        Pid<TodoServer.Message> server = TodoServer.startLink(listName).pid();
        shelf.awaitWorkWith(listName);
        expectToListen(server);
        Sys.keepStatistics(server, true);
        return server;
    }

    private static void expectToListen(Pid<TodoServer.Message> server) {
        try {
            Sys.getState(server, Duration.ofSeconds(2));
        } catch (Exit exit) {
            throw new AssertionError("the server hears nothing while its list is read", exit);
        }
    }

    /** Waits until a server that was started loading has handled so many requests since. */
    void awaitRequests(Pid<TodoServer.Message> server, int number) {
        Awaitility.await()
                .alias("the server has handled %d requests".formatted(number))
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> ask(server, () -> handled(server)) >= number);
    }

    private static long handled(Pid<TodoServer.Message> server) {
        return Sys.statistics(server).orElseThrow().messagesIn();
    }

    /** Starts a server, and waits until it has answered a client that asked too early. */
    Pid<TodoServer.Message> startLoaded(String listName) throws InterruptedException {
        Pid<TodoServer.Message> server = startLoading(listName);
        Monitor client = spawnMonitor(() -> TodoServer.entries(server, LocalDate.EPOCH));
        awaitRequests(server, 1);
        shelf.release(listName);
        Down end =
                receive(Down.class, down -> down.monitor() == client, Duration.ofSeconds(3))
                        .orElseThrow(() ->
                                new AssertionError(
                                        "a client that asked while the list was read waits on"));
        expectNormal(end);
        return server;
    }

    /** Fails for the reason of a client that has not got its answer. */
    static void expectNormal(Down client) {
        if (!client.reason().equals(ExitReason.NORMAL)) {
            throw new Exit(client.reason());
        }
    }

    /** Asks a server that is linked to the caller; if it has ended, fails for its reason. */
    <T> T ask(Pid<TodoServer.Message> server, Supplier<T> question) {
        try {
            return question.get();
        } catch (Exit exit) {
            throw receive(
                            ExitMessage.class,
                            end -> end.from().equals(server),
                            Duration.ofSeconds(2))
                    .map(end -> new Exit(end.reason()))
                    .orElse(exit);
        }
    }

    /** Waits until the registry has forgotten all that have ended. */
    void awaitTheNews() {
        RegistryNews.await(registry);
    }

    /** Returns the process that reads for a server. */
    Pid<?> readerOf(Pid<TodoServer.Message> server) {
        List<Pid<?>> others =
                Running.links(server).stream().filter(pid -> !pid.equals(self())).toList();
        if (others.size() != 1) {
            throw new AssertionError(
                    "one process should be linked to the server and read for it, but there are "
                            + others);
        }
        return others.getFirst();
    }

    /** Sends a server what no client would. */
    @SuppressWarnings("unchecked")
    void tell(Pid<?> server, Object message) {
        Processes.send((Pid<Object>) server, message);
    }
}
