package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.Pid;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.StartedProcesses;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseWorkerTest {

    private static final TodoList DENTIST =
            TodoList.empty().add(LocalDate.of(2016, 10, 1), "dentist");

    private final Shelf shelf = new Shelf();

    @Test
    @Tag("task-1")
    @DisplayName("A worker is found in the registry under its number")
    void a_worker_is_found_under_its_number() {
        startRegistry();

        Pid<DatabaseWorker.Message> worker = DatabaseWorker.startLink(3, shelf).pid();

        assertThat(ProcessRegistry.whereisName(Tuple.of("database_worker", 3)))
                .as("worker 3, as the registry knows it")
                .contains(worker);
    }

    @Test
    @Tag("task-1")
    @DisplayName("There is one worker of a number at a time, and any number of numbers")
    void there_is_one_worker_of_a_number() {
        startRegistry();
        Pid<DatabaseWorker.Message> worker = DatabaseWorker.startLink(3, shelf).pid();

        assertThat(DatabaseWorker.startLink(3, shelf))
                .as("what comes of starting worker 3 again")
                .isEqualTo(new Start.AlreadyStarted<>(worker));
        assertThat(DatabaseWorker.startLink(4, shelf))
                .as("what comes of starting worker 4")
                .isInstanceOf(Start.Ok.class);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Storing sends the list to the process that has the number, and does not wait")
    void storing_is_a_cast() {
        startRegistry();
        ProcessRegistry.registerName(Tuple.of("database_worker", 3), self());

        DatabaseWorker.store(3, "Bob's list", DENTIST);

        assertThat(receive(Object.class, Duration.ofSeconds(3)))
                .as("what has come to the process that has the number 3")
                .contains(new DatabaseWorker.Store("Bob's list", DENTIST));
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what else has come to worker 3")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("The worker is asked once, and not monitored afterwards")
    void a_worker_is_asked_once() {
        startRegistry();
        DatabaseWorker.startLink(3, shelf);

        DatabaseWorker.get(3, "Bob's list");

        assertThat(shelf.readings("Bob's list")).as("how often the list was read").isEqualTo(1);
        assertThat(info(self()).orElseThrow().monitors()).as("what the client monitors").isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("What one worker has stored it finds, and no other does the work")
    void the_worker_of_the_number_does_the_work() {
        startRegistry();
        Pid<DatabaseWorker.Message> worker = DatabaseWorker.startLink(3, shelf).pid();
        DatabaseWorker.startLink(4, shelf);

        DatabaseWorker.store(3, "Bob's list", DENTIST);

        assertThat(DatabaseWorker.get(3, "Bob's list"))
                .as("what worker 3 has stored of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(shelf.workers())
                .as("the processes that have used the storage")
                .isEqualTo(Set.of(worker));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The client itself stores and looks: a helper could overtake another")
    void storing_and_looking_start_no_process() {
        startRegistry();
        DatabaseWorker.startLink(3, shelf).pid();

        int started =
                StartedProcesses.during(() -> {
                    DatabaseWorker.store(3, "Bob's list", DENTIST);
                    DatabaseWorker.get(3, "Bob's list");
                });

        assertThat(started).as("processes that were started to store and to look").isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("The process that has the number now is asked, and none that had it before")
    void the_next_life_of_a_worker_is_asked() {
        startRegistry();
        Pid<DatabaseWorker.Message> former = DatabaseWorker.startLink(3, shelf).pid();
        DatabaseWorker.store(3, "Bob's list", DENTIST);
        DatabaseWorker.get(3, "Bob's list");

        Running.kill(former);
        DatabaseWorker.startLink(3, shelf);

        assertThat(DatabaseWorker.get(3, "Bob's list"))
                .as("what worker 3 has stored of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
    }

    @Test
    @Tag("task-1")
    @DisplayName("While no process has the number, what is stored is lost, and looking fails")
    void a_number_without_a_process() {
        startRegistry();

        DatabaseWorker.store(3, "Bob's list", DENTIST);

        assertThatExceptionOfType(Exit.class)
                .as("asking worker 3, which has ended")
                .isThrownBy(() -> DatabaseWorker.get(3, "Bob's list"))
                .withMessageStartingWith("noproc");
    }

    private static void startRegistry() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
    }
}
