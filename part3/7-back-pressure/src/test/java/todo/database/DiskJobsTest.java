package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.ExitReason;
import otp.Pid;

import todo.EndEveryProcess;
import todo.Running;

import java.time.Duration;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiskJobsTest {

    private final BusyDisk disk = new BusyDisk();

    @Test
    @Tag("task-1")
    @DisplayName("While the disk is busy, the worker takes requests, and its mailbox stays empty")
    void a_busy_disk_does_not_hold_up_the_worker() throws InterruptedException {
        disk.startBusy();

        for (int client = 1; client <= 100; client++) {
            spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "Bob's list"));
        }
        disk.awaitRequests(100);
        BusyDisk.awaitQuiet();

        assertThat(info(BusyDisk.worker()).orElseThrow().mailboxLength())
                .as("messages in the worker's mailbox")
                .isZero();
        assertThat(disk.shelf().readings("Bob's list"))
                .as("how often Bob's list was read while the disk was busy with another")
                .isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("What waits is done when the disk is free, one job after the other")
    void one_job_is_done_after_the_other() throws InterruptedException {
        disk.startBusy();
        for (int client = 1; client <= 100; client++) {
            spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "Bob's list"));
        }
        disk.awaitRequests(100);
        BusyDisk.awaitQuiet();

        disk.release();

        for (int client = 1; client <= 100; client++) {
            assertThat(Running.awaitEnd().reason())
                    .as("why the client has ended")
                    .isEqualTo(ExitReason.NORMAL);
        }
        assertThat(disk.shelf().readings("Bob's list"))
                .as("how often Bob's list was read")
                .isEqualTo(100);
        assertThat(disk.shelf().mostAtWork())
                .as("processes that worked with the worker's lists at the same time, at most")
                .isEqualTo(1);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The job that waits longest is done first")
    void the_oldest_is_done_first() throws InterruptedException {
        disk.startBusy();
        disk.shelf().hold("the first list");
        spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "the first list"));
        disk.awaitRequests(1);
        spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "the second list"));
        disk.awaitRequests(2);

        disk.release();
        disk.shelf().awaitWorkWith("the first list");

        assertThat(disk.shelf().readings("the second list"))
                .as("how often the second list was read before the first")
                .isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A worker that is killed takes the process along that works for it")
    void the_process_at_work_ends_with_its_worker() throws InterruptedException {
        disk.startBusy();
        Pid<?> worker = BusyDisk.worker();
        Pid<?> atWork = atWorkFor(worker);
        monitor(atWork);

        exit(worker, ExitReason.KILL);

        assertThat(receive(Down.class, Duration.ofSeconds(2)))
                .as("the end of the process that worked for a worker that was killed")
                .isPresent();
    }

    @Test
    @Tag("task-1")
    @DisplayName("Clients that wait hear it when their worker is killed")
    void waiting_clients_hear_of_a_kill() throws InterruptedException {
        disk.startBusy();
        Pid<?> worker = BusyDisk.worker();
        spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "Bob's list"));
        disk.awaitRequests(1);

        exit(worker, ExitReason.KILL);

        assertThat(Running.awaitEnd().reason())
                .as("why the client has ended")
                .isInstanceOfSatisfying(
                        ExitReason.InCall.class,
                        call ->
                                assertThat(call.reason())
                                        .as("the reason for which the call has failed")
                                        .isEqualTo(ExitReason.KILLED));
    }

    private static Pid<?> atWorkFor(Pid<?> worker) {
        return Running.links(worker).stream()
                .filter(pid -> !Running.servers().contains(pid))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no process that is linked to the worker works for it"));
    }
}
