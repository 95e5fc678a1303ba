package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.mailboxLength;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.DynamicSupervisor;
import otp.Exit;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Start;
import otp.Sys;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final int CLIENTS = 1000;

    private final Shelf shelf = new Shelf();
    private Pid<DynamicSupervisor.Message> supervisor;

    @Test
    @Tag("task-3")
    @DisplayName(
            "A list has the same server for as long as the server lives, and no other list has")
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
    @Tag("task-3")
    @DisplayName("A request for a list that has a server never enters the process of the cache")
    void a_found_list_never_enters_the_cache() {
        startServerSupervisor();
        AtomicInteger requests = CountingCache.startLinkAndCount();
        TodoCache.serverProcess("Bob's list");
        TodoCache.serverProcess("Alice's list");
        assertThat(requests.get()).as("requests that entered the cache").isEqualTo(2);

        for (int request = 1; request <= 1000; request++) {
            TodoCache.serverProcess(request % 2 == 0 ? "Bob's list" : "Alice's list");
        }

        assertThat(requests.get()).as("requests that entered the cache").isEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that has no server, or has lost it, is asked for from the cache")
    void a_missing_list_is_asked_for_from_the_cache() {
        startServerSupervisor();
        AtomicInteger requests = CountingCache.startLinkAndCount();
        Running.kill(TodoCache.serverProcess("Bob's list"));

        TodoCache.serverProcess("Bob's list");

        assertThat(requests.get()).as("requests that entered the cache").isEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A client that looked too early is given the server that another has had started")
    void the_cache_looks_again() {
        Pid<TodoCache.Message> cache = startCache();
        Set<Pid<TodoServer.Message>> servers = ConcurrentHashMap.newKeySet();
        Pid<?> test = self();
        Sys.suspend(cache);
        for (int client = 1; client <= 2; client++) {
            spawnMonitor(() -> servers.add(TodoCache.serverProcess("Bob's list")));
        }
        Awaitility.await()
                .alias("two clients have found no server and ask the cache, or one has ended")
                .until(() -> mailboxLength(cache) == 2 || mailboxLength(test) > 0);

        Sys.resume(cache);

        expectClientsToBeServed(2);
        assertThat(servers).as("the servers that two clients have got").hasSize(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A thousand clients that ask at once get one server, which is started once")
    @Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_thousand_clients_at_once_get_one_server() {
        startCache();
        TodoCache.serverProcess("Alice's list");
        CountDownLatch signal = new CountDownLatch(1);
        Set<Pid<TodoServer.Message>> servers = ConcurrentHashMap.newKeySet();
        for (int client = 1; client <= CLIENTS; client++) {
            spawnMonitor(() -> {
                await(signal);
                servers.add(serverInTheEnd("Bob's list"));
            });
        }

        signal.countDown();

        expectClientsToBeServed(CLIENTS);
        assertThat(servers).as("the servers that a thousand clients have got").hasSize(1);
        assertThat(DynamicSupervisor.countChildren(supervisor).active())
                .as("servers that run")
                .isEqualTo(1 + 1);
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
    @Tag("task-3")
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
        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without a cache lists that have servers are found, and others are not")
    void without_a_cache_known_lists_are_found() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        Running.kill(cache);

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
        assertThat(isAlive(bobs)).as("Bob's server is alive").isTrue();
        assertThatExceptionOfType(Exit.class)
                .as("asking for Alice's list, which has no server")
                .isThrownBy(() -> TodoCache.serverProcess("Alice's list"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The next cache finds the servers that the former one has had started")
    void the_next_cache_finds_the_servers() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        Running.kill(cache);
        TodoCache.startLink();

        Start<TodoServer.Message> answer =
                GenServer.call(TodoCache.NAME, new TodoCache.ServerProcess("Bob's list"));
        assertThat(answer.running())
                .as("the server that a client gets that looked too early")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list whose server was killed gets another, with what the former has stored")
    void a_killed_server_comes_back_under_its_name() {
        startCache();
        Pid<TodoServer.Message> killed = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.entries(killed, DAY);

        Running.kill(killed);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next).as("the next server").isNotEqualTo(killed);
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(next);
        assertThat(TodoServer.entries(next, DAY))
                .as("the entries that the next server has")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that ended in good order is followed by another as well")
    void a_stopped_server_is_followed_by_another() {
        startCache();
        Pid<TodoServer.Message> stopped = TodoCache.serverProcess("Bob's list");

        GenServer.stop(stopped);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next).as("the next server").isNotEqualTo(stopped);
        assertThat(isAlive(next)).as("the next server is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("The end of one server leaves the cache and all other servers as they were")
    void the_end_of_a_server_leaves_the_others() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        Running.kill(bobs);

        assertThat(TodoCache.serverProcess("Alice's list"))
                .as("the server that a client gets for Alice's list")
                .isEqualTo(alices);
        assertThat(isAlive(alices)).as("Alice's server is alive").isTrue();
        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A list that cannot be read fails its client, however often, and no other process")
    void a_broken_list_fails_its_client_alone() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        for (int request = 1; request <= 10; request++) {
            assertThatExceptionOfType(Exit.class)
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .as("what the client is told: why there is no server, not that the cache ended")
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
        }

        assertThat(shelf.readings(Shelf.BROKEN_LIST))
                .as("servers that have begun to read the list in ten requests")
                .isEqualTo(10);
        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
    }

    private static void expectClientsToBeServed(int clients) {
        for (int client = 1; client <= clients; client++) {
            assertThat(receive(Down.class).reason())
                    .as("why the process of a client has ended")
                    .isEqualTo(ExitReason.NORMAL);
        }
    }

    /** Starts a cache, and what it needs. */
    private Pid<TodoCache.Message> startCache() {
        startServerSupervisor();
        return TodoCache.startLink().pid();
    }

    private void startServerSupervisor() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        supervisor = ServerSupervisor.startLink().pid();
    }

    private static void await(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
