package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;

import todo.EndEveryProcess;
import todo.ServerThatTells;
import todo.StartedProcesses;
import todo.list.TodoList;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseWorkerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");
    private static final DatabaseWorker.Store STORE =
            new DatabaseWorker.Store("Bob's list", DENTIST);

    @Test
    @DisplayName("Any number of workers can be started, unlike databases")
    void any_number_of_workers_can_be_started() {
        Shelf shelf = new Shelf();

        assertThat(DatabaseWorker.start(shelf).pid())
                .as("the second worker: another process than the first")
                .isNotEqualTo(DatabaseWorker.start(shelf).pid());
    }

    @Test
    @Tag("task-1")
    @DisplayName("Storing sends the list to the worker, and does not wait for it")
    void storing_is_a_cast() {
        DatabaseWorker.store(ServerThatTells.start(self()), "Bob's list", DENTIST);

        assertThat(receive(ServerThatTells.Told.class, Duration.ofSeconds(3)))
                .as("what was sent to the worker, and came to handle and not to handleInfo")
                .contains(new ServerThatTells.Told(STORE, true));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The client itself sends the list: no process does it, so the order is kept")
    void storing_starts_no_process() {
        int started =
                StartedProcesses.during(() -> DatabaseWorker.store(self(), "Bob's list", DENTIST));

        assertThat(started).as("processes that storing starts").isZero();
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what is in the mailbox once store has returned")
                .contains(STORE);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list that was stored is found, and another one is not")
    void a_stored_list_is_found() {
        Pid<DatabaseWorker.Message> worker = DatabaseWorker.start(new Shelf()).pid();

        DatabaseWorker.store(worker, "Bob's list", DENTIST);

        assertThat(DatabaseWorker.get(worker, "Bob's list"))
                .as("what is found of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(DatabaseWorker.get(worker, "Alice's list"))
                .as("what is found of Alice's list, which was not stored")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @Tag("task-1")
    @DisplayName("The worker that is given does the work, and no other process")
    void the_given_worker_does_the_work() {
        Shelf shelf = new Shelf();
        Pid<DatabaseWorker.Message> worker = DatabaseWorker.start(shelf).pid();
        DatabaseWorker.start(shelf);

        DatabaseWorker.store(worker, "Bob's list", DENTIST);
        DatabaseWorker.get(worker, "Bob's list");

        assertThat(shelf.workersOf("Bob's list"))
                .as("the processes that have used the storage: the given worker alone")
                .isEqualTo(Set.of(worker));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cast to a dead worker is lost in silence, and a call to it fails")
    void a_dead_worker_loses_in_silence() {
        Pid<DatabaseWorker.Message> worker = DatabaseWorker.start(new Shelf()).pid();
        monitor(worker);
        exit(worker, ExitReason.KILL);
        receive(Down.class);

        DatabaseWorker.store(worker, "Bob's list", DENTIST);

        assertThatExceptionOfType(Exit.class)
                .as("asking a worker that is dead: the reason is noproc")
                .isThrownBy(() -> DatabaseWorker.get(worker, "Bob's list"))
                .withMessageStartingWith("noproc");
    }
}
