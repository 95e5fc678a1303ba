package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.unregister;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.DynamicSupervisor;
import otp.Ets;
import otp.EtsAccess;
import otp.EtsInfo;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.registry.RegistryNews;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    private final Shelf shelf = new Shelf();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private Pid<ProcessRegistry.Message> registry;
    private Pid<TodoCache.Message> cache;

    @AfterEach
    void let_stubborn_processes_end() {
        mayEnd.countDown();
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "The cache owns a table, which all processes may read and only the cache may write")
    void the_cache_owns_a_table() {
        startCache();

        EtsInfo table =
                Ets.info(TodoCache.TABLE)
                        .orElseThrow(() -> new AssertionError("the cache has no table"));

        assertThat(table.owner()).as("the owner of the table").isEqualTo(cache);
        assertThat(table.access())
                .as("which processes may use the table")
                .isEqualTo(EtsAccess.PROTECTED);
        assertThat(Ets.tab2list(TodoCache.TABLE)).as("the rows of the table").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list has one server, and another list has another")
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
    @DisplayName("A thousand clients at once get one server, and only one is started")
    @Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_thousand_clients_get_one_server() {
        startCache();
        TodoCache.serverProcess("Alice's list");
        Set<Pid<?>> servers = ConcurrentHashMap.newKeySet();
        CountDownLatch signal = new CountDownLatch(1);

        for (int client = 1; client <= 1000; client++) {
            spawnMonitor(() -> {
                await(signal);
                servers.add(serverInTheEnd("Bob's list"));
            });
        }
        signal.countDown();
        for (int client = 1; client <= 1000; client++) {
            failUnlessNormal(receive(Down.class).reason());
        }

        assertThat(servers).as("the servers that a thousand clients have got").hasSize(1);
        assertThat(numberOfServers()).as("servers that run").isEqualTo(1 + 1);
        assertThat(shelf.readings("Bob's list")).as("how often Bob's list was read").isEqualTo(1);
    }

    /** The last of a thousand may wait for longer than a call does: then it asks once more. */
    private static Pid<TodoServer.Message> serverInTheEnd(String listName) {
        try {
            return TodoCache.serverProcess(listName);
        } catch (Exit exit) {
            if (exit.reason() instanceof ExitReason.InCall(ExitReason reason, _, _)
                    && reason.equals(ExitReason.TIMEOUT)) {
                return TodoCache.serverProcess(listName);
            }
            throw exit;
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("A known list is found without the cache: it need not even be there to be asked")
    void a_known_list_is_found_without_the_cache() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        unregister(TodoCache.NAME);

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
        assertThatExceptionOfType(Exit.class)
                .as("asking for Alice's list, which has no server")
                .isThrownBy(() -> TodoCache.serverProcess("Alice's list"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-2")
    @DisplayName("While the cache waits for a slow list, lists that have servers are found")
    void a_slow_list_keeps_no_other_client_waiting() throws InterruptedException {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        shelf.hold("a slow list");
        spawnMonitor(() -> TodoCache.serverProcess("a slow list"));
        shelf.awaitWorkWith("a slow list");

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);

        shelf.release("a slow list");
        failUnlessNormal(receive(Down.class).reason());
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server that was killed is not found, even if its end has not been announced")
    void the_dead_are_not_found() throws InterruptedException {
        startCache();
        Pid<?> dying = stubbornServer("Bob's list");
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(dying);

        exit(dying, ExitReason.KILL);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next)
                .as("the server of a list whose former one is dead, though its row is still there")
                .isNotEqualTo(dying);
        assertThat(isAlive(next)).as("the next server is alive").isTrue();
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(next);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The next cache finds the servers that run, though it did not start them")
    void the_next_cache_finds_running_servers() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        restartCache();

        assertThat(Ets.tab2list(TodoCache.TABLE)).as("the rows of the next cache").isEmpty();
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that has run all the time")
                .isEqualTo(bobs);
        assertThat(numberOfServers()).as("servers that run").isEqualTo(1);
        assertThat(rowsOf("Bob's list"))
                .as("the row of a server that the cache has found running")
                .containsExactly(Tuple.of("Bob's list", bobs));
    }

    @Test
    @Tag("task-2")
    @DisplayName("While there is no cache there is no table, and clients are told that, in a word")
    void without_a_cache_nothing_is_found() {
        startCache();
        TodoCache.serverProcess("Bob's list");

        Running.kill(cache);

        assertThatExceptionOfType(Exit.class)
                .as("asking for Bob's list, which has no server")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that cannot be read fails its client alone, however often it is asked for")
    void a_broken_list_fails_its_client_alone() {
        startCache();

        for (int request = 1; request <= 10; request++) {
            assertThatExceptionOfType(Exit.class)
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .as("what the client hears: why there is no server, not that the cache ended")
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
            RegistryNews.await(registry);
        }

        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
        assertThat(Ets.tab2list(TodoCache.TABLE)).as("the rows of the table").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A killed server is replaced at the next request, and its list is still there")
    void a_killed_server_is_replaced() {
        startCache();
        Pid<TodoServer.Message> killed = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.entries(killed, DAY);

        kill(killed);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next).as("the next server").isNotEqualTo(killed);
        assertThat(TodoServer.entries(next, DAY))
                .as("the entries that the next server has")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that was started again elsewhere is found, and the old one never again")
    void a_restarted_server_is_not_served_by_its_old_pid() {
        startCache();
        Pid<TodoServer.Message> old = TodoCache.serverProcess("Bob's list");
        kill(old);

        Pid<TodoServer.Message> restarted = ServerSupervisor.startChild("Bob's list").pid();

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(restarted)
                .isNotEqualTo(old);
        assertThat(rowsOf("Bob's list"))
                .as("the row of a server that others have started")
                .containsExactly(Tuple.of("Bob's list", restarted));
    }

    @Test
    @Tag("task-3")
    @DisplayName("When a server has been killed, its row is gone, and the others' are not")
    void a_killed_server_is_forgotten() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        kill(bobs);

        expectNoRowOf("Bob's list");
        assertThat(rowsOf("Alice's list"))
                .as("the row of a server that nothing has happened to")
                .containsExactly(Tuple.of("Alice's list", alices));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that ended in good order is forgotten as well")
    void a_stopped_server_is_forgotten() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        GenServer.stop(bobs);
        awaitTheNews();

        expectNoRowOf("Bob's list");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The next cache forgets those that the former one has started, too")
    void the_next_cache_forgets_the_servers_of_the_former() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        restartCache();
        TodoCache.serverProcess("Bob's list");

        kill(bobs);

        expectNoRowOf("Bob's list");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The late news of an end does not cost the successor its row")
    void late_news_leave_the_successor() throws InterruptedException {
        startCache();
        Pid<?> dying = stubbornServer("Bob's list");
        TodoCache.serverProcess("Bob's list");
        exit(dying, ExitReason.KILL);
        Pid<TodoServer.Message> successor = TodoCache.serverProcess("Bob's list");

        mayEnd.countDown();
        awaitTheNews();

        assertThat(rowsOf("Bob's list"))
                .as("the row of the successor, when the end of the former server is known")
                .containsExactly(Tuple.of("Bob's list", successor));
    }

    /** Starts a cache, and what it needs. */
    private void startCache() {
        trapExits(true);
        registry = ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        ServerSupervisor.startLink().pid();
        cache = TodoCache.startLink().pid();
    }

    private void restartCache() {
        Running.kill(cache);
        receive(ExitMessage.class);
        cache = TodoCache.startLink().pid();
    }

    private static void failUnlessNormal(ExitReason reason) {
        if (!reason.equals(ExitReason.NORMAL)) {
            throw new Exit(reason);
        }
    }

    private static int numberOfServers() {
        return DynamicSupervisor.countChildren(new Name<>("todo_server_supervisor")).active();
    }

    /** Registers as a list's server a process that, when it has been killed, ends when it may. */
    private Pid<?> stubbornServer(String listName) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        Pid<?> server =
                spawn(() -> {
                    runs.countDown();
                    waitStubbornly();
                });
        runs.await();
        ProcessRegistry.registerName(Tuple.of("todo_server", listName), server);
        return server;
    }

    private void waitStubbornly() {
        boolean waits = true;
        while (waits) {
            try {
                mayEnd.await();
                waits = false;
            } catch (InterruptedException swallowed) {
                // This is what makes it stubborn.
            }
        }
    }

    private static List<Tuple<String, Pid<TodoServer.Message>>> rowsOf(String listName) {
        return Ets.lookup(TodoCache.TABLE, listName);
    }

    /** Waits until registry and cache have been told of every end, and have done what they do. */
    private void awaitTheNews() {
        RegistryNews.await(registry);
        CacheNews.await(cache);
    }

    private static void expectNoRowOf(String listName) {
        assertThat(rowsOf(listName))
                .as("rows of a list whose server has ended, of which a monitor tells the cache")
                .isEmpty();
    }

    private void kill(Pid<?> server) {
        Running.kill(server);
        awaitTheNews();
    }

    private static void await(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
