package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.spawn;
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
import otp.Processes;
import otp.Start;

import todo.EndEveryProcess;
import todo.StartedProcesses;
import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");
    private static final List<String> MANY_NAMES =
            IntStream.range(0, 1_000).mapToObj(i -> "list " + i).toList();

    private final Shelf shelf = new Shelf();

    @TempDir private Path home;

    @Test
    @Tag("task-2")
    @DisplayName("With the database start exactly ten workers: eleven processes more")
    void exactly_ten_workers_start() {
        int started = StartedProcesses.during(() -> Database.start(shelf).pid());

        assertThat(workers()).as("the workers that run, once the database has started").hasSize(10);
        assertThat(started).as("the database and its workers").isEqualTo(11);
    }

    @Test
    @Tag("task-2")
    @DisplayName("There is one database at a time, and a second one starts no workers")
    void there_is_one_database_at_a_time() {
        Pid<Database.Message> database = Database.start(shelf).pid();

        assertThat(Database.start(new Shelf()))
                .as("what comes of starting a second database")
                .isEqualTo(new Start.AlreadyStarted<>(database));
        assertThat(workers())
                .as("the workers that run: the second database has started none")
                .hasSize(10);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The same list always has the same worker, whichever lists are asked for between")
    void the_same_list_has_the_same_worker() {
        Database.start(shelf).pid();
        Pid<DatabaseWorker.Message> bobs = Database.worker("Bob's list");
        assertThat(Database.worker("Bob's list"))
                .as("the worker of Bob's list, asked for again")
                .isEqualTo(bobs);

        List<Pid<DatabaseWorker.Message>> first =
                MANY_NAMES.stream().map(Database::worker).toList();
        List<Pid<DatabaseWorker.Message>> again =
                MANY_NAMES.reversed().stream()
                        .map(name -> Database.worker(String.join("", name.split(""))))
                        .toList();

        assertThat(again).as("the workers of the same lists").isEqualTo(first.reversed());
    }

    @Test
    @Tag("task-3")
    @DisplayName("Every worker has lists, and no other process has")
    void every_worker_has_lists() {
        Database.start(shelf).pid();

        Set<Pid<?>> found = MANY_NAMES.stream().map(Database::worker).collect(Collectors.toSet());

        assertThat(found)
                .as("the workers that a thousand lists have: all that run, and no other process")
                .containsExactlyInAnyOrderElementsOf(workers());
    }

    @Test
    @Tag("task-3")
    @DisplayName("Any text has a worker, also one whose hash code is negative")
    void any_text_has_a_worker() {
        Database.start(shelf).pid();
        String lowest = "polygenelubricants";
        assertThat(lowest.hashCode())
                .as("the hash code of the name: the lowest that there is")
                .isEqualTo(Integer.MIN_VALUE);

        assertThat(List.of("", "a/b", "Bob's list", "\uD800", lowest, "x".repeat(10_000)))
                .as("the names, each of which has a worker")
                .allSatisfy(name ->
                        assertThat(workers())
                                .as("the workers that run: that of the list is one of them")
                                .contains(Database.worker(name)));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Lists that were stored are found, and others are not")
    void stored_lists_are_found() {
        Database.start(shelf).pid();

        MANY_NAMES.forEach(name -> Database.store(name, DENTIST.add(DAY, name)));

        assertThat(MANY_NAMES)
                .as("what is found of each list: what was stored under its name")
                .allSatisfy(name ->
                        assertThat(Database.get(name))
                                .as("what is found of the list: what was stored under its name")
                                .isEqualTo(new Lookup.Found(DENTIST.add(DAY, name))));
        assertThat(Database.get("another list"))
                .as("what is found of a list that was never stored")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @Tag("task-4")
    @DisplayName("The worker of a list does all the work with it, and no other process does any")
    void the_worker_of_a_list_does_all_the_work() {
        Database.start(shelf).pid();

        for (String name : MANY_NAMES) {
            Database.store(name, DENTIST);
            Database.get(name);
        }

        assertThat(MANY_NAMES)
                .as("the lists: each has been stored and read by its worker alone")
                .allSatisfy(name ->
                        assertThat(shelf.workersOf(name))
                                .as(
                                        "the processes that have stored or read the list: its"
                                                + " worker alone")
                                .isEqualTo(Set.of(Database.worker(name))));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Storing and looking start no process: the workers that are there do the work")
    void storing_and_looking_start_no_process() {
        Database.start(shelf).pid();

        int started =
                StartedProcesses.during(() -> {
                    Database.store("Bob's list", DENTIST);
                    Database.get("Bob's list");
                });

        assertThat(started).as("processes that storing and looking start").isZero();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that stores and then looks finds what was stored last")
    void a_client_that_stores_and_looks_finds_the_last_list() {
        Database.start(shelf).pid();

        IntStream.range(0, 100)
                .forEach(i -> Database.store("Bob's list", DENTIST.add(DAY, "number " + i)));

        assertThat(Database.get("Bob's list"))
                .as("what is found of Bob's list: what was stored last")
                .isEqualTo(new Lookup.Found(DENTIST.add(DAY, "number 99")));
    }

    @Test
    @Tag("task-4")
    @DisplayName("While one list is slow to be read, the lists of other workers are served")
    void a_slow_list_keeps_no_other_worker_waiting() throws InterruptedException {
        Database.start(shelf).pid();
        assertThat(Database.get("Alice's list"))
                .as("what is found of Alice's list, which was never stored")
                .isEqualTo(new Lookup.None());
        String other = aNameWith(worker -> !worker.equals(Database.worker("Alice's list")));
        Shelf.Slowness slowness = shelf.slowWith("Alice's list");

        spawn(() -> Database.get("Alice's list"));
        slowness.begin().await();
        expectNotToWait(() -> Database.store(other, DENTIST));

        assertThat(Database.get(other))
                .as("what is found of the other list, while Alice's list is slow")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(slowness.end().getCount())
                .as("the storage still reads Alice's list: its end is to come")
                .isEqualTo(1);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Two lists of different workers are stored at once")
    void two_lists_are_stored_at_once() throws InterruptedException {
        Database.start(shelf).pid();
        String other = aNameWith(worker -> !worker.equals(Database.worker("Alice's list")));
        assertThat(Database.get(other))
                .as("what is found of the other list, which was never stored")
                .isEqualTo(new Lookup.None());
        Shelf.Slowness alices = shelf.slowWith("Alice's list");
        Shelf.Slowness others = shelf.slowWith(other);

        expectNotToWait(() -> {
            Database.store("Alice's list", DENTIST);
            Database.store(other, DENTIST);
        });

        assertThat(alices.begin().await(1, SECONDS)).as("Alice's list is being stored").isTrue();
        assertThat(others.begin().await(1, SECONDS))
                .as("the other list is being stored, too")
                .isTrue();
        assertThat(shelf.has("Alice's list") || shelf.has(other))
                .as("one of the two lists is stored, while the storage is still slow with both")
                .isFalse();
    }

    @Test
    @Tag("task-4")
    @DisplayName("While one list is slow, the other lists of the same worker wait in line")
    void a_slow_list_keeps_its_own_worker_waiting() throws InterruptedException {
        Database.start(shelf).pid();
        String sibling = aNameWith(worker -> worker.equals(Database.worker("Alice's list")));
        assertThat(Database.get(sibling))
                .as("what is found of the second list, which was never stored")
                .isEqualTo(new Lookup.None());
        Shelf.Slowness slowness = shelf.slowWith("Alice's list");

        expectNotToWait(() -> Database.store("Alice's list", DENTIST));
        slowness.begin().await();
        expectNotToWait(() -> Database.store(sibling, DENTIST));
        assertThat(shelf.has(sibling))
                .as("the second list is stored, while its worker is still busy with Alice's")
                .isFalse();

        slowness.end().countDown();
        assertThat(Database.get(sibling))
                .as("what is found of the second list, once their worker has stored both")
                .isEqualTo(new Lookup.Found(DENTIST));
        assertThat(shelf.has("Alice's list"))
                .as("Alice's list is stored, once the storage is slow no more")
                .isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The end of a worker harms no list of another worker")
    void the_end_of_a_worker_harms_no_other() {
        Pid<Database.Message> database = Database.start(shelf).pid();
        assertThat(Database.get("Alice's list"))
                .as("what is found of Alice's list, which was never stored")
                .isEqualTo(new Lookup.None());
        String other = aNameWith(worker -> !worker.equals(Database.worker("Alice's list")));

        end(Database.worker("Alice's list"));

        assertThat(Database.get(other))
                .as("what is found of a list of another worker")
                .isEqualTo(new Lookup.None());
        assertThat(isAlive(database))
                .as("the database is alive, after the end of a worker")
                .isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A storage that fails takes one worker with it, and the reason says where")
    void a_storage_that_fails_takes_one_worker_with_it() throws IOException {
        Path file = Files.createFile(home.resolve("a file, and no folder"));
        Pid<Database.Message> database = Database.start(new ListFolder(file)).pid();
        List<Pid<?>> workers = workers();
        Pid<DatabaseWorker.Message> bobs = Database.worker("Bob's list");
        assertThat(workers)
                .as("the workers that run: ten, of which one is that of Bob's list")
                .contains(bobs)
                .hasSize(10);
        workers.forEach(Processes::monitor);

        Database.store("Bob's list", DENTIST);

        Optional<Down> end = receive(Down.class, Duration.ofSeconds(3));
        assertThat(end.map(Down::process).map(Pid.class::cast))
                .as("the worker that ends because its storage fails")
                .contains(bobs);
        assertThat(end.orElseThrow().reason().rootCause())
                .as("what ended the worker: the failure of its storage")
                .containsInstanceOf(UncheckedIOException.class)
                .hasValueSatisfying(it ->
                        assertThat(it)
                                .as("the failure of the storage: it names the file")
                                .hasMessageContaining(file.toString()));
        assertThat(isAlive(database))
                .as("the database is alive, after the end of a worker")
                .isTrue();
        assertThat(workers.stream().filter(Processes::isAlive))
                .as("the workers that are alive: all but one")
                .hasSize(9);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that stores without a database is told that there is none")
    void storing_without_a_database_fails() {
        end(Database.start(shelf).pid());

        assertThatExceptionOfType(Exit.class)
                .as("storing without a database: the reason is noproc")
                .isThrownBy(() -> Database.store("Bob's list", DENTIST))
                .withMessageStartingWith("noproc");
    }

    /** A client that waits for a slow storage waits for five seconds, and then for the next. */
    private static void expectNotToWait(Runnable store) {
        spawnMonitor(store::run);
        assertThat(receive(Down.class, Duration.ofSeconds(3)))
                .as("the end of a client that stores, while the storage takes its time")
                .isPresent();
    }

    private static List<Pid<?>> workers() {
        return Processes.list().stream()
                .filter(pid ->
                        info(pid).filter(it -> it.label().equals("DatabaseWorker")).isPresent())
                .toList();
    }

    private static String aNameWith(Predicate<Pid<DatabaseWorker.Message>> worker) {
        return MANY_NAMES.stream()
                .filter(name -> worker.test(Database.worker(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no list has such a worker"));
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
