package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import todo.EndEveryProcess;
import todo.Running;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProfilerTest {

    private final AtomicInteger operations = new AtomicInteger();
    private final CountDownLatch signal = new CountDownLatch(1);
    private final AtomicReference<Pid<?>> run = new AtomicReference<>();
    private final AtomicReference<Thread> caller = new AtomicReference<>();
    private final AtomicInteger newsLeft = new AtomicInteger();

    @AfterEach
    void let_all_clients_end() {
        signal.countDown();
    }

    @Test
    @DisplayName("Each client does as many operations as it is to do, and the profile counts all")
    void every_operation_is_done_and_counted() {
        Profile profile = Profiler.run(operations::incrementAndGet, 1_000, 10);

        assertThat(operations.get()).as("operations that were done").isEqualTo(10_000);
        assertThat(profile.operations()).as("operations that were done").isEqualTo(10_000);
        assertThat(profile.time()).as("the time that the run took").isPositive();
    }

    @Test
    @DisplayName("The rate is operations by seconds, and is printed with its unit")
    void the_rate_is_operations_by_seconds() {
        Profile profile = new Profile(3_000, Duration.ofMillis(2));

        assertThat(profile.rate()).as("operations a second").isEqualTo(1_500_000);
        assertThat(profile).as("how a profile is printed").hasToString("1,500,000 operations/s");
    }

    @Test
    @DisplayName("Each client is a process of its own, and none of them the caller")
    void each_client_is_a_process_of_its_own() {
        Set<Pid<?>> clients = ConcurrentHashMap.newKeySet();

        Profiler.run(() -> clients.add(self()), 100, 10);

        assertThat(clients)
                .as("the processes in which the operation ran")
                .hasSize(10)
                .doesNotContain(self());
    }

    @Test
    @DisplayName("The clients work at the same time, and the caller waits for the end of each")
    void the_clients_work_at_the_same_time() {
        runAside(this::awaitSignal, 10);

        awaitThatItWaitsFor(10);

        signal.countDown();
        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @DisplayName("When the profile is there, every client has ended, and no message is left")
    void every_client_has_ended() {
        Profiler.run(operations::incrementAndGet, 100, 100);

        assertThat(Running.processes()).as("processes that are left").isEmpty();
        assertThat(newsOfClients()).as("ends of clients that were not received").isZero();
    }

    @Test
    @DisplayName("A client that crashes does not hang the run: it fails it, with its reason")
    void a_crash_of_the_only_client_fails_the_run() {
        runAside(this::crashOnSignal, 1);
        awaitThatItWaitsFor(1);

        signal.countDown();

        assertThat(receive(Down.class).reason().toString())
                .as("why the process has ended")
                .contains("no list today");
    }

    @Test
    @DisplayName("If one of many clients crashes, the others finish first, and then the run fails")
    void a_crash_among_many_clients_fails_the_run() {
        AtomicReference<Pid<?>> first = new AtomicReference<>();
        runAside(() -> crashFirst(first), 10);
        awaitThatItWaitsFor(10);

        signal.countDown();

        assertThat(receive(Down.class).reason().toString())
                .as("why the process has ended")
                .contains("no list today");
        assertThat(newsLeft.get())
                .as("ends of clients that the caller has not received")
                .isEqualTo(0);
        assertThat(operations.get()).as("operations that were done").isEqualTo(9);
    }

    /** Runs the profiler in a process of its own, so that a run that hangs does not hang a test. */
    private void runAside(Runnable operation, int clients) {
        spawnMonitor(() -> {
            run.set(self());
            caller.set(Thread.currentThread());
            try {
                Profiler.run(operation, 1, clients);
            } finally {
                newsLeft.set(newsOfClients());
            }
        });
    }

    /** Waits until the run waits, and fails unless it will hear of the end of so many clients. */
    private void awaitThatItWaitsFor(int clients) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> heardOf() == clients || waitsOrHasEnded());
        if (!isAlive(run.get())) {
            ExitReason reason = receive(Down.class).reason();
            assertThat(reason)
                    .as("why the run was over before its clients were")
                    .isNotEqualTo(ExitReason.NORMAL);
            throw new Exit(reason);
        }
        assertThat(heardOf())
                .as("number of clients of whose end the caller will hear, while all of them run")
                .isEqualTo(clients);
    }

    private int heardOf() {
        return Optional.ofNullable(run.get())
                .flatMap(Processes::info)
                .map(info -> info.monitors().size())
                .orElse(0);
    }

    private boolean waitsOrHasEnded() {
        return caller.get() != null
                && Set.of(Thread.State.WAITING, Thread.State.TERMINATED)
                        .contains(caller.get().getState());
    }

    /** The first to come crashes; the others wait until it has, and then do what they are to do. */
    private void crashFirst(AtomicReference<Pid<?>> first) {
        if (first.compareAndSet(null, self())) {
            crashOnSignal();
        }
        awaitSignal();
        monitor(first.get());
        receive(Down.class);
        operations.incrementAndGet();
    }

    private void crashOnSignal() {
        awaitSignal();
        throw new IllegalStateException("no list today");
    }

    private void awaitSignal() {
        try {
            signal.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    /** Counts the messages that the calling process has not received, and those still to come. */
    private static int newsOfClients() {
        // In this order: what comes in between is counted twice, where it could be missed.
        int toCome = info(self()).orElseThrow().monitors().size();
        return toCome + info(self()).orElseThrow().mailboxLength();
    }
}
