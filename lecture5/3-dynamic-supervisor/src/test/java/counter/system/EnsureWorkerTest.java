package counter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Processes.mailboxLength;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.RefusingSupervisor;
import counter.TwoClients;
import counter.worker.Worker;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.DynamicSupervisor;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Registry;
import otp.Sys;
import otp.Tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EnsureWorkerTest {

    @Test
    @Tag("task-3")
    @DisplayName("A worker that is needed runs afterwards, and is started once")
    void a_worker_that_is_needed_runs() {
        startSupervisor();

        WorkerSupervisor.ensureWorker("W1");
        Pid<?> worker = worker("W1");
        Worker.inc("W1");
        WorkerSupervisor.ensureWorker("W1");

        assertThat(worker("W1")).as("the worker that is found as W1").isEqualTo(worker);
        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(1);
        assertThat(count()).as("workers that run").isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Two clients that both find no worker get one, and neither of them fails")
    void two_clients_at_once_get_one_worker() {
        startSupervisor();
        WorkerSupervisor.ensureWorker("W0");

        List<ExitReason> ends =
                TwoClients.ask(WorkerSupervisor.NAME, () -> WorkerSupervisor.ensureWorker("W1"));

        assertThat(ends)
                .as("why the clients have ended that needed W1")
                .containsOnly(ExitReason.NORMAL);
        assertThat(count()).as("workers, of which W1 is one").isEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Two clients that need the same last worker get it: neither of them fails")
    void two_clients_at_once_get_the_last_worker() {
        startSupervisor();
        IntStream.range(0, 99).forEach(number -> WorkerSupervisor.ensureWorker(number));

        List<ExitReason> ends =
                TwoClients.ask(WorkerSupervisor.NAME, () -> WorkerSupervisor.ensureWorker("W1"));

        assertThat(ends)
                .as("why the clients have ended that needed W1, for which there was one place left")
                .containsOnly(ExitReason.NORMAL);
        assertThat(count()).as("workers, of which W1 is one").isEqualTo(100);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker that runs is found, even when no other can be started")
    void a_known_worker_is_there_when_there_is_no_room() {
        startSupervisor();
        IntStream.range(0, 100).forEach(number -> WorkerSupervisor.ensureWorker(number));

        WorkerSupervisor.ensureWorker(7);

        assertThat(count()).as("workers that run").isEqualTo(100);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A client that needs one worker too many learns why there is none")
    void a_worker_too_many_is_refused_with_the_reason() {
        startSupervisor();
        IntStream.range(0, 100).forEach(number -> WorkerSupervisor.ensureWorker(number));

        assertThatExceptionOfType(Exit.class)
                .as("a client needs a worker when there are a hundred")
                .isThrownBy(() -> WorkerSupervisor.ensureWorker(100))
                .extracting(Exit::reason)
                .isEqualTo(DynamicSupervisor.MAX_CHILDREN);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker that runs is there, even if its supervisor is not")
    void a_known_worker_is_there_without_its_supervisor() {
        startRegistry();
        Worker.startLink("W1").pid();

        WorkerSupervisor.ensureWorker("W1");

        assertThat(Worker.value("W1")).as("the value of W1").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker that is busy is found as well: its client does not wait for it")
    void a_busy_worker_is_not_waited_for() {
        startSupervisor();
        Pid<Object> test = self();
        Pid<?> busy =
                spawn(() -> {
                    Worker.REGISTRY.register(new Registry.ModuleKey(Worker.class, "W1"), null);
                    send(test, "busy");
                    receive(Void.class);
                });
        receive(String.class);

        spawnMonitor(() -> WorkerSupervisor.ensureWorker("W1"));
        Awaitility.await("the client asks the worker, or has ended")
                .pollDelay(0, MILLISECONDS)
                .pollInterval(1, MILLISECONDS)
                .until(() -> mailboxLength(busy) + mailboxLength(test) > 0);

        assertThat(mailboxLength(busy)).as("questions to W1, which is busy").isZero();
        assertThat(receive(Down.class).reason())
                .as("the end of a client that needs W1, which is busy")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Whatever keeps a worker from starting is told, after one attempt, as it is")
    void any_other_reason_is_told_as_it_is() {
        startRegistry();
        ExitReason reason = ExitReason.of(Tuple.of("the disk is full", 7));
        RefusingSupervisor.startLink(WorkerSupervisor.NAME, reason);

        assertThatExceptionOfType(Exit.class)
                .as("a client needs a worker, and the supervisor says: %s", reason)
                .isThrownBy(() -> WorkerSupervisor.ensureWorker("W1"))
                .extracting(Exit::reason)
                .isEqualTo(reason);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker that another client has started is enough, whatever kept one's own")
    void a_failed_start_is_no_failure_if_the_worker_runs() {
        startRegistry();
        RefusingSupervisor.startLink(WorkerSupervisor.NAME, ExitReason.of("the disk is full"));
        Pid<?> supervisor = whereis(WorkerSupervisor.NAME).orElseThrow();
        Sys.suspend(supervisor);
        Pid<?> test = self();
        spawnMonitor(() -> WorkerSupervisor.ensureWorker("W1"));
        Awaitility.await("the client asks the supervisor, or has ended")
                .pollDelay(0, MILLISECONDS)
                .pollInterval(1, MILLISECONDS)
                .atMost(5, SECONDS)
                .until(() -> mailboxLength(supervisor) + mailboxLength(test) > 0);

        Worker.startLink("W1").pid();
        Sys.resume(supervisor);

        assertThat(receive(Down.class, Duration.ofSeconds(5)).map(Down::reason))
                .as("the end of a client that needs W1, which runs when its own start has failed")
                .contains(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without the supervisor there is no new worker, and its client learns of it")
    void a_missing_supervisor_is_no_secret() {
        startRegistry();

        assertThatExceptionOfType(Exit.class)
                .as("a client needs a worker when there is no supervisor")
                .isThrownBy(() -> WorkerSupervisor.ensureWorker("W1"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without the registry there is no worker, and the client learns of it")
    void a_missing_registry_is_no_secret() {
        trapExits(true);
        WorkerSupervisor.startLink().pid();

        assertThatThrownBy(
                        () -> WorkerSupervisor.ensureWorker("W1"),
                        "a client needs a worker when there is no registry")
                .isInstanceOfAny(Exit.class, IllegalArgumentException.class)
                .hasMessageContaining("there is no registry :counter_registry");
    }

    private static Pid<DynamicSupervisor.Message> startSupervisor() {
        startRegistry();
        Pid<DynamicSupervisor.Message> supervisor = WorkerSupervisor.startLink().pid();
        assertThat(whereis(WorkerSupervisor.NAME))
                .as("the process that is called %s", WorkerSupervisor.NAME)
                .contains(supervisor);
        return supervisor;
    }

    private static void startRegistry() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
    }

    private static int count() {
        return DynamicSupervisor.countChildren(WorkerSupervisor.NAME).active();
    }

    private static Pid<?> worker(Object name) {
        return Worker.REGISTRY
                .whereis(new Registry.ModuleKey(Worker.class, name))
                .orElseThrow(() -> new AssertionError("there is no worker " + name));
    }
}
