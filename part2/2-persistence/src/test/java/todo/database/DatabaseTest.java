package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Start;

import todo.EndEveryProcess;
import todo.ServerThatTells;
import todo.StartedProcesses;
import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");

    @TempDir private Path home;

    @Test
    @DisplayName("There is one database at a time, and it cannot be started again")
    void there_is_one_database_at_a_time() {
        Pid<Database.Message> database = Database.start(new Shelf()).pid();

        assertThat(Database.start(new Shelf()))
                .as("what comes of starting a second database")
                .isEqualTo(new Start.AlreadyStarted<>(database));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list that was stored is found, and another one is not")
    void a_stored_list_is_found() {
        Database.start(new Shelf());

        Database.store("Bob's list", DENTIST);

        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(Database.get("Alice's list"))
                .as("what is found of Alice's list, which was not stored")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @Tag("task-1")
    @DisplayName("Storing sends the list to the database, and does not wait for it")
    void storing_is_a_cast() {
        ServerThatTells.start(self(), Database.NAME);

        Database.store("Bob's list", DENTIST);

        assertThat(receive(ServerThatTells.Told.class, Duration.ofSeconds(3)))
                .as("what was sent to the database, and came to handle and not to handleInfo")
                .contains(
                        new ServerThatTells.Told(new Database.Store("Bob's list", DENTIST), true));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The client itself sends the list: no process does it, so the order is kept")
    void storing_starts_no_process() {
        Database.start(new Shelf());

        int started =
                StartedProcesses.during(() -> {
                    Database.store("Bob's list", DENTIST);
                    Database.get("Bob's list");
                });

        assertThat(started).as("processes that storing and looking start").isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that stores does not wait for a slow storage")
    void a_client_that_stores_does_not_wait_for_a_slow_storage() {
        Shelf shelf = new Shelf();
        CountDownLatch slow = shelf.slowWith("Bob's list");
        Database.start(shelf);

        spawnMonitor(() -> {
            Database.store("Bob's list", DENTIST);
            Database.store("Alice's list", DENTIST);
        });
        assertThat(receive(Down.class, Duration.ofSeconds(3)))
                .as("the end of a client that stores, while the storage takes its time")
                .isPresent();

        slow.countDown();
        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list, once the storage has taken its time")
                .isEqualTo(new Lookup.Found(DENTIST));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that stores and then looks finds what was stored last")
    void a_client_that_stores_and_looks_finds_the_last_list() {
        Database.start(new Shelf());

        IntStream.range(0, 100)
                .forEach(i -> Database.store("Bob's list", DENTIST.add(DAY, "number " + i)));

        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list: what was stored last")
                .isEqualTo(new Lookup.Found(DENTIST.add(DAY, "number 99")));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The database alone works with the storage, whichever process asks")
    void the_database_works_alone() {
        Shelf shelf = new Shelf();
        Pid<Database.Message> database = Database.start(shelf).pid();

        Database.store("Bob's list", DENTIST);
        Database.get("Bob's list");

        assertThat(shelf.workers())
                .as("which processes work with the storage")
                .isEqualTo(Set.of(database));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A request is one operation: the storage does nothing twice, and nothing besides")
    void a_request_is_one_operation() {
        Ledger ledger = Ledger.with(Map.of());
        Database.start(ledger);

        Database.store("Bob's list", DENTIST);
        Database.get("Bob's list");
        Database.get("Alice's list");

        assertThat(ledger.operations())
                .as("what the database did with the storage: one operation for each request")
                .containsExactly("store Bob's list", "get Bob's list", "get Alice's list");
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list that cannot be stored is not tried again: the database ends")
    void a_failed_store_is_not_tried_again() {
        for (Ledger ledger : List.of(Ledger.full(), Ledger.faulty())) {
            monitor(Database.start(ledger).pid());

            Database.store("Bob's list", DENTIST);

            assertThat(receive(Down.class, Duration.ofSeconds(3)))
                    .as("the end of a database whose storage fails")
                    .isPresent();
            assertThat(ledger.operations())
                    .as("what the database did with the storage: it stored once, and ended")
                    .containsExactly("store Bob's list");
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("What was stored is there after the database has been killed and started again")
    void what_was_stored_outlives_the_database() {
        ListFolder folder = new ListFolder(home.resolve("lists"));
        Pid<Database.Message> database = Database.start(folder).pid();
        Database.store("Bob's list", DENTIST);
        Database.get("Bob's list");

        end(database);
        Database.start(folder);

        assertThat(Database.get("Bob's list"))
                .as("what the next database finds of Bob's list")
                .isEqualTo(new Lookup.Found(DENTIST));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cast to a dead database is lost in silence, and a call to it fails")
    void a_dead_database_loses_in_silence() {
        Pid<Database.Message> database = Database.start(new Shelf()).pid();
        end(database);

        Database.store("Bob's list", DENTIST);

        assertThatExceptionOfType(Exit.class)
                .as("asking a database that is dead: the reason is noproc")
                .isThrownBy(() -> Database.get("Bob's list"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-1")
    @DisplayName("A storage that fails takes the database with it, and the reason says where")
    void a_storage_that_fails_takes_the_database_with_it() throws IOException {
        Path file = Files.createFile(home.resolve("a file, and no folder"));
        Pid<Database.Message> database = Database.start(new ListFolder(file)).pid();
        monitor(database);

        Database.store("Bob's list", DENTIST);
        assertThatExceptionOfType(Exit.class)
                .as("the database ends when its storage fails, and answers no request after that")
                .isThrownBy(() -> Database.get("Alice's list"));

        assertThat(receive(Down.class).reason().rootCause())
                .as("what ended the database: the failure of its storage")
                .containsInstanceOf(UncheckedIOException.class)
                .hasValueSatisfying(it ->
                        assertThat(it)
                                .as("the failure of the storage: it names the file")
                                .hasMessageContaining(file.toString()));
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
