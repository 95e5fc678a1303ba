package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo;
import otp.ServerRef;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * A run of the profiler in a process of its own, so that a run that hangs does not hang its test.
 * Each client waits for a signal, and then does its one operation.
 */
final class ProfilerRun {

    /** A client, and the processes that hear of its end. */
    private record Client(Pid<?> pid, List<Pid<?>> hearers) {}

    private final Map<Integer, Client> clients = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final CountDownLatch signal = new CountDownLatch(1);
    private final AtomicReference<Pid<?>> caller = new AtomicReference<>();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final AtomicInteger newsLeft = new AtomicInteger();

    private ProfilerRun() {}

    /**
     * Starts a run, and waits until all its clients do.
     *
     * @param operation gets the number of its client: the one that has begun first has 1
     */
    static ProfilerRun start(int clients, IntConsumer operation) {
        ProfilerRun run = new ProfilerRun();
        spawnMonitor(() -> run.profile(clients, operation));
        run.awaitClients(clients);
        return run;
    }

    private void profile(int clients, IntConsumer operation) {
        caller.set(self());
        thread.set(Thread.currentThread());
        try {
            Profiler.run(() -> begin(operation), 1, clients);
        } finally {
            newsLeft.set(news());
        }
    }

    private void begin(IntConsumer operation) {
        int number = lastNumber.incrementAndGet();
        List<Pid<?>> hearers = info(self()).orElseThrow().monitoredBy();
        clients.put(number, new Client(self(), hearers));
        try {
            signal.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
        operation.accept(number);
    }

    private void awaitClients(int wanted) {
        await("all clients run at the same time, each monitored before it does")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> monitored() == wanted || isOver() || waitsForNobodyElse());
        if (isOver()) {
            throw new Exit(receive(Down.class).reason());
        }
        assertThat(monitored())
                .as("clients that run at the same time, each monitored since before it runs")
                .isEqualTo(wanted);
    }

    private long monitored() {
        return clients.values().stream().filter(client -> !client.hearers().isEmpty()).count();
    }

    private boolean waitsForNobodyElse() {
        return thread.get() != null
                && thread.get().getState() == Thread.State.WAITING
                && info(caller.get()).stream()
                        .flatMap(info -> info.monitors().stream())
                        .allMatch(this::hasBegun);
    }

    private boolean hasBegun(ServerRef<?> process) {
        return clients.values().stream().anyMatch(client -> client.pid().equals(process));
    }

    private boolean isOver() {
        return caller.get() != null && !isAlive(caller.get());
    }

    /** Waits, in a client, until those who hear of another client's end have heard of it. */
    void awaitNewsOf(int number) {
        Client client = clients.get(number);
        await("the end of another client is known")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !isAlive(client.pid()) && isKnown(client));
    }

    private static boolean isKnown(Client client) {
        return client.hearers().stream()
                .flatMap(hearer -> info(hearer).stream())
                .map(ProcessInfo::monitors)
                .noneMatch(monitored -> monitored.contains(client.pid()));
    }

    /** Lets the clients work, and returns why the run has ended. */
    ExitReason end() {
        signal.countDown();
        return receive(Down.class).reason();
    }

    /** Returns how many ends of clients the caller had not received when the run was over. */
    int newsLeft() {
        return newsLeft.get();
    }

    /** Counts the messages that the calling process has not received, and those still to come. */
    static int news() {
        // In this order: what comes in between is counted twice, where it could be missed.
        int toCome = info(self()).orElseThrow().monitors().size();
        return toCome + info(self()).orElseThrow().mailboxLength();
    }
}
