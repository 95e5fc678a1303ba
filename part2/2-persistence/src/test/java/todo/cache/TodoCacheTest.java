package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.spawnMonitor;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;

import todo.EndEveryProcess;
import todo.StartedProcesses;
import todo.database.Database;
import todo.database.Ledger;
import todo.database.ListFolder;
import todo.database.Lookup;
import todo.list.Entry;
import todo.list.TodoList;
import todo.server.TodoServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Name<Database.Message> DATABASE = new Name<>("database_server");

    @TempDir private Path home;
    private ListFolder folder;

    @BeforeEach
    void choose_a_folder() {
        folder = new ListFolder(home);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The database is started with the cache")
    void the_database_is_started_with_the_cache() {
        TodoCache.start(folder);

        assertThat(whereis(DATABASE))
                .as("the process that is called database_server, once the cache has started")
                .isPresent();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A second cache cannot have a folder of its own, and says so instead of starting")
    void a_second_cache_does_not_start() {
        TodoCache.start(folder);
        List<Pid<?>> before = EndEveryProcess.running();

        assertThatExceptionOfType(Exit.class)
                .as("the second cache looks at what came of the start of its database")
                .isThrownBy(() -> TodoCache.start(new ListFolder(home.resolve("another"))))
                .withMessageContaining("already started");
        assertThat(EndEveryProcess.running())
                .as("the processes that run: the second cache has started none")
                .isEqualTo(before);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that is asked for the first time gets a server of its own")
    void another_name_gives_another_server() {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess(cache, "Alice's list");

        assertThat(alices)
                .as("the server for Alice's list: another one than Bob's")
                .isNotEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list is looked for once, by its server: the cache waits for no database")
    void a_list_is_looked_for_once() {
        Ledger ledger = Ledger.with(Map.of());
        Pid<TodoCache.Message> cache = TodoCache.start(ledger);

        TodoCache.serverProcess(cache, "Bob's list");

        assertThat(ledger.operations())
                .as("what was done with the storage: the server has looked for its list once")
                .containsExactly("get Bob's list");
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that was asked for before is still served by the same process")
    void the_same_name_gives_the_same_server() {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        TodoCache.serverProcess(cache, "Alice's list");

        assertThat(TodoCache.serverProcess(cache, "Bob's list"))
                .as("the server of Bob's list, asked for again")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Asking for a list again starts no process")
    void a_known_list_starts_no_process() {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        TodoCache.serverProcess(cache, "Bob's list");

        int started = StartedProcesses.during(() -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(started).as("processes that start with a known list").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName(
            "Names are different lists if they differ at all, even for the cache that comes next")
    void names_are_taken_as_they_are() {
        List<String> names = List.of("Bob", "bob", "Bob ", "", "Bob/\0", "../Bob", "\uD800");
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        for (String name : names) {
            Pid<TodoServer.Message> server = TodoCache.serverProcess(cache, name);
            TodoServer.addEntry(server, DAY, "something for " + name);
            assertThat(TodoServer.entries(server, DAY))
                    .as("the entries of a list, after one was added")
                    .hasSize(1);
        }
        endEverythingOf(cache);

        Pid<TodoCache.Message> next = TodoCache.start(folder);

        assertThat(names)
                .as("the lists, as the next cache finds them: each has its own entry")
                .allSatisfy(name ->
                        assertThat(TodoServer.entries(TodoCache.serverProcess(next, name), DAY))
                                .as("the entries of the list, as the next cache finds it")
                                .containsExactly(new Entry(1, DAY, "something for " + name)));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A hundred clients at once are served one at a time: no list gets two servers")
    void a_hundred_clients_are_served_one_at_a_time() {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        Queue<Pid<TodoServer.Message>> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);

        IntStream.range(0, 100)
                .forEach(_ -> spawnMonitor(() -> askForTenLists(cache, start, answers)));
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
    @Tag("task-3")
    @DisplayName(
            "A client that asks for a broken list is told which file it is, and no more happens")
    void a_broken_list_harms_no_other_client() throws IOException {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        Path file = breakBobsList();
        Pid<TodoServer.Message> alices = TodoCache.serverProcess(cache, "Alice's list");
        Lookup broken = Database.get("Bob's list");

        assertThatExceptionOfType(Exit.class)
                .as("asking for the broken list: the client hears which file it is")
                .isThrownBy(() -> TodoCache.serverProcess(cache, "Bob's list"))
                .withMessageContaining(file.toString())
                .extracting(Exit::reason)
                .isEqualTo(ExitReason.of(broken));

        assertThat(file)
                .as("the broken file, which is left as it is")
                .hasContent("{\"name\":\"Bob's l");
        assertThat(TodoCache.serverProcess(cache, "Alice's list"))
                .as("the server of Alice's list, after Bob's could not start")
                .isEqualTo(alices);
        assertThat(isAlive(database()))
                .as("the database is alive, after a list could not be read")
                .isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that does not start is started once for each request")
    void a_failed_start_is_not_tried_again() throws IOException {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        breakBobsList();

        int started =
                StartedProcesses.during(() ->
                        assertThatExceptionOfType(Exit.class)
                                .as("asking for a list that cannot be read")
                                .isThrownBy(() -> TodoCache.serverProcess(cache, "Bob's list")));

        assertThat(started).as("servers that start for one request").isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A broken list is served as soon as its file is repaired")
    void a_repaired_list_is_served() throws IOException {
        Pid<TodoCache.Message> cache = TodoCache.start(folder);
        Path file = breakBobsList();
        assertThatExceptionOfType(Exit.class)
                .as("asking for a list that cannot be read")
                .isThrownBy(() -> TodoCache.serverProcess(cache, "Bob's list"))
                .withMessageContaining(file.toString());

        folder.store("Bob's list", TodoList.empty().add(DAY, "dentist"));

        assertThat(TodoServer.entries(TodoCache.serverProcess(cache, "Bob's list"), DAY))
                .as("the entries of Bob's list, once its file is repaired")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    private Path breakBobsList() throws IOException {
        folder.store("Bob's list", TodoList.empty().add(DAY, "dentist"));
        try (Stream<Path> files = Files.list(home)) {
            return Files.writeString(files.findFirst().orElseThrow(), "{\"name\":\"Bob's l");
        }
    }

    /** Waits for the database first, so that whatever it has to store is stored. */
    private static void endEverythingOf(Pid<TodoCache.Message> cache) {
        Database.get("any list");
        end(cache);
        end(database());
    }

    private static Pid<Database.Message> database() {
        return whereis(DATABASE)
                .orElseThrow(() -> new AssertionError("no process is called " + DATABASE));
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }

    private static void askForTenLists(
            Pid<TodoCache.Message> cache,
            CountDownLatch start,
            Queue<Pid<TodoServer.Message>> answers) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        IntStream.range(0, 10)
                .forEach(list -> answers.add(TodoCache.serverProcess(cache, "list " + list)));
    }

    private static void expectNormalEnd(Down client) {
        if (!client.reason().equals(ExitReason.NORMAL)) {
            throw new Exit(client.reason());
        }
    }
}
