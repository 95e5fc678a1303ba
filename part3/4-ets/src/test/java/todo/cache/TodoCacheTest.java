package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.unregister;

import static todo.cache.StartedCache.rowsOf;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.awaitility.Awaitility;
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
import otp.EtsOptions;
import otp.EtsTable;
import otp.EtsType;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Shelf;
import todo.server.TodoServer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private final Shelf shelf = new Shelf();

    @Test
    @Tag("task-1")
    @DisplayName("The cache owns a table: every process may read it, and only the cache writes")
    void the_cache_owns_a_table() {
        StartedCache cache = StartedCache.start(shelf);

        EtsInfo table =
                Ets.info(TodoCache.TABLE)
                        .orElseThrow(() -> new AssertionError("the cache has no table"));

        assertThat(table.owner()).as("the owner of the table").isEqualTo(cache.pid());
        assertThat(table.type()).as("the type of the table").isEqualTo(EtsType.SET);
        assertThat(table.access())
                .as("which processes may use the table")
                .isEqualTo(EtsAccess.PROTECTED);
        assertThat(Ets.tab2list(TodoCache.TABLE)).as("the rows of the table").isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cache that cannot have a table of its own does not start")
    void no_cache_starts_without_a_table_of_its_own() {
        trapExits(true);
        EtsTable<String, Pid<TodoServer.Message>> foreign =
                Ets.create(TodoCache.TABLE, EtsOptions.set());

        assertThat(TodoCache.startLink())
                .as("what came of starting a cache when the name of its table is taken")
                .isInstanceOf(Start.Failed.class);

        Ets.delete(foreign);
        assertThat(TodoCache.startLink().pid()).as("the cache, when the name is free").isNotNull();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list has one server, and another list has another")
    void the_same_name_gives_the_same_server() {
        StartedCache.start(shelf);

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
        StartedCache.start(shelf);
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
        StartedCache.start(shelf);
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
        StartedCache.start(shelf);
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
    @DisplayName("Two clients that wait for one server get it, and it is monitored once")
    void a_server_is_monitored_once() throws InterruptedException {
        StartedCache cache = StartedCache.start(shelf);
        Pid<?> bobs = TodoCache.serverProcess("Bob's list");
        shelf.hold("a slow list");
        spawnMonitor(() -> TodoCache.serverProcess("a slow list"));
        shelf.awaitWorkWith("a slow list");
        spawnMonitor(() -> TodoCache.serverProcess("a slow list"));
        Awaitility.await("the second client waits for the cache")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> info(cache.pid()).orElseThrow().mailboxLength() == 1);

        shelf.release("a slow list");
        failUnlessNormal(receive(Down.class).reason());
        failUnlessNormal(receive(Down.class).reason());

        assertThat(info(cache.pid()).orElseThrow().monitors())
                .as("what the cache monitors, when two clients have asked for one server")
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        bobs.toString(), TodoCache.serverProcess("a slow list").toString());
    }

    @Test
    @Tag("task-2")
    @DisplayName("Where there is no table, the cache is asked")
    void without_a_table_the_cache_is_asked() {
        Pid<TodoServer.Message> server = spawn(Processes::receive);
        AnsweringCache.startLink(server);

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that the cache has named")
                .isEqualTo(server);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The next cache finds the servers that run, though it did not start them")
    void the_next_cache_finds_running_servers() {
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        cache.restart();

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
        StartedCache cache = StartedCache.start(shelf);
        TodoCache.serverProcess("Bob's list");

        Running.kill(cache.pid());

        assertThatExceptionOfType(Exit.class)
                .as("asking for Bob's list, which has no server")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that cannot be read fails its client alone, however often it is asked for")
    void a_broken_list_fails_its_client_alone() {
        StartedCache cache = StartedCache.start(shelf);

        for (int request = 1; request <= 10; request++) {
            assertThatExceptionOfType(Exit.class)
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .as("what the client hears: why there is no server, not that the cache ended")
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
        }

        assertThat(shelf.readings(Shelf.BROKEN_LIST))
                .as("servers that have begun to read the list in ten requests")
                .isEqualTo(10);
        assertThat(isAlive(cache.pid())).as("the cache is alive").isTrue();
        assertThat(Ets.tab2list(TodoCache.TABLE)).as("the rows of the table").isEmpty();
    }

    private static void failUnlessNormal(ExitReason reason) {
        if (!reason.equals(ExitReason.NORMAL)) {
            throw new Exit(reason);
        }
    }

    private static int numberOfServers() {
        return DynamicSupervisor.countChildren(new Name<>("todo_server_supervisor")).active();
    }

    private static void await(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
