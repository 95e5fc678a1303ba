package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;
import otp.Pid;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.BusyDisk.Told;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackPressureTest {

    private final BusyDisk disk = new BusyDisk();

    @Test
    @Tag("task-2")
    @DisplayName("A client is told that its list is stored when it is on disk, and not before")
    void stored_means_on_disk() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.store("Bob's list", BusyDisk.list(1));
        assertThat(BusyDisk.toldSoFar())
                .as("what a client is told before its list is on disk")
                .isEmpty();

        disk.release();

        assertThat(BusyDisk.told(1))
                .as("what the clients were told")
                .containsExactly(new Told("Bob's list", StoreResult.STORED));
        assertThat(disk.shelf().written("Bob's list"))
                .as("what is on the disk of Bob's list")
                .contains(BusyDisk.list(1));
    }

    @Test
    @Tag("task-2")
    @DisplayName("When as many lists wait as may, one more is refused at once")
    void one_too_many_is_refused_at_once() throws InterruptedException {
        startFull();

        assertThat(storeNow("Bob's list"))
                .as("what a client is told that stores one list too many")
                .isEqualTo(StoreResult.BUSY);
        assertThat(BusyDisk.toldSoFar())
                .as("what a client is told whose list has room to wait")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("However much is refused, nothing of it is kept")
    void nothing_is_kept_of_what_is_refused() throws InterruptedException {
        startFull();

        assertThat(IntStream.rangeClosed(1, 1_000).mapToObj(i -> storeNow("more " + i)).distinct())
                .as("the answers to a thousand more stores")
                .containsExactly(StoreResult.BUSY);

        assertThat(info(BusyDisk.worker()).orElseThrow().mailboxLength())
                .as("messages in the worker's mailbox")
                .isZero();
        disk.release();
        BusyDisk.told(BusyDisk.LIMIT);
        assertThat(disk.shelf().written("more 1")).as("what is on the disk of more 1").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("What was not refused is on disk in the end, and each client is told so")
    void nothing_that_was_answered_is_lost() throws InterruptedException {
        startFull();
        storeNow("Bob's list");

        disk.release();

        List<Told> told = BusyDisk.told(BusyDisk.LIMIT);
        assertThat(told)
                .as("what the clients were told")
                .extracting(Told::result)
                .containsOnly(StoreResult.STORED);
        assertThat(told)
                .as("what the clients were told")
                .allMatch(it -> disk.shelf().written(it.listName()).isPresent());
        assertThat(disk.shelf().written("Bob's list")).as("the list that was refused").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("When the disk has done its work, there is room again")
    void there_is_room_again() throws InterruptedException {
        startFull();
        assertThat(storeNow("Bob's list"))
                .as("the answer to a store of Bob's list")
                .isEqualTo(StoreResult.BUSY);
        disk.release();
        BusyDisk.told(BusyDisk.LIMIT);

        assertThat(storeNow("Bob's list"))
                .as("the answer to a store of Bob's list")
                .isEqualTo(StoreResult.STORED);
        assertThat(disk.shelf().written("Bob's list"))
                .as("what is on the disk of Bob's list")
                .isPresent();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list is read behind all that waits, and is not refused")
    void reading_is_not_refused() throws InterruptedException {
        startFull();
        spawnMonitor(() -> DatabaseWorker.get(BusyDisk.WORKER, "list 7"));
        disk.awaitRequests(BusyDisk.LIMIT + 1);

        disk.release();

        BusyDisk.told(BusyDisk.LIMIT);
        assertThat(Running.awaitEnd().reason())
                .as("why the client has ended")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that is read while it waits to be written is read after that")
    void a_list_is_read_behind_its_store() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.store("Bob's list", BusyDisk.list(1));
        Pid<Object> test = self();
        spawnMonitor(() -> send(test, DatabaseWorker.get(BusyDisk.WORKER, "Bob's list")));
        disk.awaitRequests(2);

        disk.release();

        BusyDisk.told(1);
        assertThat(receive(Lookup.class))
                .as("the list that a client gets")
                .isEqualTo(new Lookup.Found(BusyDisk.list(1)));
    }

    @Test
    @Tag("task-2")
    @DisplayName("When a worker is killed, no client is told that its list is stored")
    void a_killed_worker_has_promised_nothing() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.store("Bob's list", BusyDisk.list(1));

        exit(BusyDisk.worker(), ExitReason.KILL);

        assertThat(Running.awaitEnd().reason())
                .as("why the client has ended")
                .isInstanceOfSatisfying(
                        ExitReason.InCall.class,
                        call ->
                                assertThat(call.reason())
                                        .as("the reason for which the call has failed")
                                        .isEqualTo(ExitReason.KILLED));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client whose list cannot be written hears of that, and does not wait for it")
    void a_failed_write_is_no_secret() {
        disk.start();
        disk.expectToStore();

        spawnMonitor(() -> storeNow(Shelf.BROKEN_LIST));

        assertThat(Running.awaitEnd().reason())
                .as("why a client has ended whose list the disk has refused to write")
                .isInstanceOf(ExitReason.InCall.class);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Of a list that is stored several times, the newest is written, once")
    void the_newest_is_written_once() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        for (int entries : List.of(1, 4, 3, 5, 2)) {
            disk.store("Bob's list", BusyDisk.list(entries));
        }

        disk.release();

        assertThat(BusyDisk.told(5))
                .as("what the five clients are told")
                .containsOnly(new Told("Bob's list", StoreResult.STORED))
                .hasSize(5);
        assertThat(disk.shelf().written("Bob's list"))
                .as("what is on the disk of Bob's list")
                .contains(BusyDisk.list(2));
        assertThat(disk.shelf().writings("Bob's list"))
                .as("how often the list was written")
                .isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A newer list waits where the older one has waited, neither before nor behind")
    void a_newer_list_takes_the_place() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.shelf().hold("the first list");
        for (String list : List.of("the first list", "the second list", "the third list")) {
            disk.store(list, BusyDisk.list(1));
        }
        disk.store("the first list", BusyDisk.list(2));
        disk.store("the third list", BusyDisk.list(2));

        disk.release();
        disk.shelf().awaitWorkWith("the first list");

        assertThat(List.of("the second list", "the third list"))
                .as("the lists that were written before the first")
                .allMatch(list -> disk.shelf().writings(list) == 0);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that waits already takes no more room, so it is not refused")
    void a_waiting_list_takes_no_more_room() throws InterruptedException {
        startFull();

        disk.store("list 7", BusyDisk.list(2));

        assertThat(BusyDisk.toldSoFar())
                .as("what a client is told whose list waits already")
                .isEmpty();
        disk.release();
        assertThat(BusyDisk.told(BusyDisk.LIMIT + 1))
                .as("what the clients were told")
                .extracting(Told::result)
                .containsOnly(StoreResult.STORED);
        assertThat(disk.shelf().written("list 7"))
                .as("what is on the disk of list 7")
                .contains(BusyDisk.list(2));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that is stored while its former state is written is written after that")
    void a_list_at_work_is_written_again() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.shelf().hold("Bob's list");
        disk.store("Bob's list", BusyDisk.list(1));
        disk.release();
        disk.shelf().awaitWorkWith("Bob's list");
        disk.store("Bob's list", BusyDisk.list(2));
        disk.store("Bob's list", BusyDisk.list(3));

        disk.shelf().release("Bob's list");

        assertThat(BusyDisk.told(3)).as("what the clients were told").hasSize(3);
        assertThat(disk.shelf().written("Bob's list"))
                .as("what is on the disk of Bob's list")
                .contains(BusyDisk.list(3));
        assertThat(disk.shelf().writings("Bob's list"))
                .as("how often Bob's list was written")
                .isEqualTo(2);
    }

    /** Has the disk be busy, and as many clients wait as may. */
    private void startFull() throws InterruptedException {
        disk.start();
        disk.expectToStore();
        disk.occupy();
        disk.fill();
    }

    private static StoreResult storeNow(String listName) {
        return DatabaseWorker.store(BusyDisk.WORKER, listName, BusyDisk.list(1));
    }
}
