package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.unregister;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Start;

import todo.EndEveryProcess;
import todo.Running;
import todo.TrapsExits;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Name<Database.Message> DATABASE = new Name<>("database_server");

    /** What a client may be tempted to try again after. */
    private static final List<ExitReason> ENDS =
            List.of(
                    ExitReason.NOPROC,
                    ExitReason.KILLED,
                    ExitReason.TIMEOUT,
                    ExitReason.SHUTDOWN,
                    ExitReason.NORMAL,
                    ExitReason.of("a bug"));

    private final Shelf shelf = new Shelf();

    private record Links(List<Pid<?>> processes) {}

    @Test
    @Tag("task-1")
    @DisplayName("The cache is found under its name")
    void the_cache_has_its_name() {
        Pid<TodoCache.Message> cache = startCache();

        assertThat(whereis(new Name<TodoCache.Message>("todo_cache")))
                .as("the process that is called todo_cache")
                .contains(cache);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The cache is linked to the process that starts it, which so learns of its end")
    void the_cache_is_linked_to_its_starter() {
        Pid<TodoCache.Message> cache = startCache();

        assertThat(Running.links(self()))
                .as("the processes that the starter is linked to: the cache alone")
                .containsExactly(cache);
    }

    @Test
    @Tag("task-1")
    @DisplayName("There is one cache at a time: starting it again starts nothing")
    void there_is_one_cache_at_a_time() {
        Pid<TodoCache.Message> cache = startCache();
        int before = Running.processes().size();

        assertThat(TodoCache.startLink(shelf))
                .as("what comes of starting a second cache")
                .isEqualTo(new Start.AlreadyStarted<>(cache));
        assertThat(Running.processes())
                .as("processes that run: the second start has left none behind")
                .hasSize(before);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A process that fails to start the cache is not linked to it")
    void a_second_start_links_nothing() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<Object> test = self();

        spawnMonitor(() -> {
            TodoCache.startLink(shelf);
            send(test, new Links(Running.links(self())));
        });

        expectNormalEnd(receive(Down.class));
        assertThat(receive(Links.class, Duration.ZERO))
                .as("the links of a process that could not start the cache: it has none")
                .contains(new Links(List.of()));
        assertThat(Running.links(cache))
                .as("the processes that the cache is linked to: its starter alone")
                .containsExactly(self());
    }

    @Test
    @Tag("task-1")
    @DisplayName("A process that starts the cache does not trap exits because of it")
    void a_start_does_not_have_its_caller_trap_exits() {
        assertThat(TrapsExits.after(() -> TodoCache.startLink(shelf).pid()))
                .as("the process traps exits after the start")
                .isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that was asked for before is still served by the same process")
    void the_same_name_gives_the_same_server() {
        startCache();

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        assertThat(TodoCache.serverProcess("Alice's list"))
                .as("the server that a client gets for Alice's list")
                .isNotEqualTo(bobs);
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The process that has the cache's name now is asked, and none that had it before")
    void the_process_with_the_name_is_asked() {
        Pid<TodoCache.Message> former = startCache();
        Pid<TodoServer.Message> formerServer = TodoCache.serverProcess("Bob's list");
        Running.kill(former);
        Pid<TodoServer.Message> server = TodoServer.start("Bob's list").pid();
        CacheWithOneAnswer.startWith(new Start.Ok<>(server));

        assertThat(answerOfWhoeverHasTheName())
                .as("the answer of the process that has the name :todo_cache now")
                .isEqualTo(server)
                .isNotEqualTo(formerServer);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client asks the cache once, and does not watch it afterwards")
    void a_client_asks_once() {
        Database.start(shelf);
        Pid<TodoServer.Message> server = TodoServer.start("Bob's list").pid();
        AtomicInteger requests = CacheWithOneAnswer.startWith(new Start.Ok<>(server));

        TodoCache.serverProcess("Bob's list");

        assertThat(requests.get()).as("requests for one list").isEqualTo(1);
        assertThat(info(self()).orElseThrow().monitors()).as("what the client monitors").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that gets no server learns the reason, and does not ask again")
    void a_client_does_not_ask_again() {
        ExitReason reason = ExitReason.of("cut off");
        AtomicInteger requests = CacheWithOneAnswer.startWith(new Start.Failed<>(reason));

        assertThatExceptionOfType(Exit.class)
                .as("asking for a list that has no server: the client hears the reason")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .extracting(Exit::reason)
                .isEqualTo(reason);

        assertThat(requests.get()).as("requests for a list that has no server").isEqualTo(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client whose cache ends meanwhile learns the reason, and does not ask the next")
    void a_client_does_not_ask_the_next_cache() {
        ExitReason answer = ExitReason.of("cut off");
        for (ExitReason reason : ENDS) {
            AtomicInteger requests = CacheWithOneAnswer.startWith(new Start.Failed<>(answer));
            CacheThatEnds.startBefore(Running.process(TodoCache.NAME), reason);

            assertThatExceptionOfType(Exit.class)
                    .as("asking a cache that ends meanwhile: the client hears the reason")
                    .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                    .withMessageStartingWith(reason + " (in a call of :todo_cache");

            assertThat(requests.get())
                    .as("requests to the next cache, when the former has ended with %s", reason)
                    .isZero();
            unregister(TodoCache.NAME);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("While no process has the cache's name, asking fails and says the name")
    void without_a_cache_asking_fails() {
        assertThatExceptionOfType(Exit.class)
                .as("asking while no process is called todo_cache")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageStartingWith("noproc (in a call of :todo_cache");
    }

    @Test
    @Tag("task-2")
    @DisplayName("The end of a server leaves the cache and the other servers as they are")
    void the_end_of_a_server_leaves_the_others() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        Running.kill(bobs);

        assertThat(isAlive(cache)).as("the cache is alive, after the end of a server").isTrue();
        assertThat(TodoCache.serverProcess("Alice's list"))
                .as("the server of Alice's list, after the end of Bob's")
                .isEqualTo(alices);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A hundred clients at once are served one at a time: no list gets two servers")
    void a_hundred_clients_are_served_one_at_a_time() {
        startCache();
        Queue<Pid<TodoServer.Message>> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);

        IntStream.range(0, 100).forEach(_ -> spawnMonitor(() -> askForTenLists(start, answers)));
        start.countDown();
        IntStream.range(0, 100).forEach(_ -> expectNormalEnd(receive(Down.class)));

        assertThat(answers)
                .as("the answers to a hundred clients that asked for ten lists each")
                .hasSize(1_000);
        assertThat(answers.stream().distinct())
                .as("the servers in the answers: one for each of ten lists")
                .hasSize(10);
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "A client that asks for a broken list is told which file it is, and no more happens")
    void a_broken_list_harms_no_other_client() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        assertThatExceptionOfType(Exit.class)
                .as("asking for a list that cannot be read")
                .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                .extracting(Exit::reason)
                .isEqualTo(ExitReason.of(Shelf.BROKEN));

        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
        assertThat(TodoCache.serverProcess("Alice's list"))
                .as("the server that a client gets for Alice's list")
                .isEqualTo(alices);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache that comes back uses the database that it finds, and starts no other")
    void a_cache_that_comes_back_uses_the_database_it_finds() {
        Pid<TodoCache.Message> former = startCache();
        Pid<Database.Message> database = Running.process(DATABASE);
        List<Pid<?>> before = Running.processes();
        Running.kill(former);

        Pid<TodoCache.Message> cache = startCache();

        assertThat(whereis(DATABASE))
                .as("the process that is called database_server: the one that the cache has found")
                .contains(database);
        assertThat(Running.processes())
                .as("processes that run: one new cache, and the others as before")
                .hasSameSizeAs(before)
                .contains(cache)
                .containsAll(before.stream().filter(pid -> pid != former).toList());
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache that comes back serves what the servers of the former one have stored")
    void a_cache_that_comes_back_serves_what_was_stored() {
        Pid<TodoCache.Message> former = startCache();
        Pid<TodoServer.Message> formerServer = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(formerServer, DAY, "dentist");
        TodoServer.entries(formerServer, DAY);
        Running.kill(former);

        startCache();

        assertThat(TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY))
                .as("the entries that the next cache finds of Bob's list")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("The database is linked to no cache: it outlives all of them")
    void the_database_is_linked_to_no_cache() {
        Running.kill(startCache());

        Running.kill(startCache());

        assertThat(Running.links(Running.process(DATABASE)))
                .as("the processes that the database is linked to, when two caches have ended")
                .isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache that comes back outlives the database that it finds, as it does its own")
    void a_cache_that_comes_back_outlives_the_database() {
        Running.kill(startCache());
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        Running.kill(Running.process(DATABASE));
        awaitTheNews(cache);

        assertThat(info(cache))
                .as("the cache, after the end of the database that it has found: it is alive")
                .isPresent();
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server of Bob's list, after the end of the database")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Neither the cache nor what it has started traps exits")
    void cache_database_and_servers_trap_no_exits() {
        startCache();
        TodoCache.serverProcess("Bob's list");

        assertThat(Running.processes())
                .flatMap(pid -> info(pid).stream().toList())
                .filteredOn(ProcessInfo::trapsExits)
                .extracting(ProcessInfo::label)
                .as("what traps exits")
                .isEmpty();
    }

    /** Starts the cache; its end is a message to the test, and not the end of the test. */
    private Pid<TodoCache.Message> startCache() {
        trapExits(true);
        return TodoCache.startLink(shelf).pid();
    }

    /** What a process monitors is taken off when the end of it has been told. */
    private static void awaitTheNews(Pid<?> process) {
        while (info(process).filter(it -> !it.monitors().isEmpty()).isPresent()) {
            receive(Links.class, Duration.ofMillis(1));
        }
    }

    private static Pid<TodoServer.Message> answerOfWhoeverHasTheName() {
        try {
            return TodoCache.serverProcess("Bob's list");
        } catch (Exit exit) {
            throw new AssertionError(
                    "the process that has the name :todo_cache was not asked: "
                            + exit.getMessage());
        }
    }

    private static void askForTenLists(
            CountDownLatch start, Queue<Pid<TodoServer.Message>> answers) {
        try {
            start.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
        IntStream.range(0, 10)
                .forEach(list -> answers.add(TodoCache.serverProcess("list " + list)));
    }

    private static void expectNormalEnd(Down client) {
        if (!client.reason().equals(ExitReason.NORMAL)) {
            throw new Exit(client.reason());
        }
    }
}
