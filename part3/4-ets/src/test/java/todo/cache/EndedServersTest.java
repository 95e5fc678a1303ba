package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.spawn;

import static todo.cache.StartedCache.rowsOf;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;

/** What the end of a server is to the cache, before and after it has heard of it. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedServersTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    private final Shelf shelf = new Shelf();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void let_stubborn_processes_end() {
        mayEnd.countDown();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server that was killed is not found, even if its end has not been announced")
    void the_dead_are_not_found() throws InterruptedException {
        StartedCache.start(shelf);
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
    @Tag("task-3")
    @DisplayName("A killed server is replaced at the next request, and its list is still there")
    void a_killed_server_is_replaced() {
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> killed = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.entries(killed, DAY);

        cache.kill(killed);

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
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> old = TodoCache.serverProcess("Bob's list");
        cache.kill(old);

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
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        cache.kill(bobs);

        expectNoRowOf("Bob's list");
        assertThat(rowsOf("Alice's list"))
                .as("the row of a server that nothing has happened to")
                .containsExactly(Tuple.of("Alice's list", alices));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that ended in good order is forgotten as well")
    void a_stopped_server_is_forgotten() {
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        GenServer.stop(bobs);
        CacheNews.await(cache.pid());

        expectNoRowOf("Bob's list");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The next cache forgets those that the former one has started, too")
    void the_next_cache_forgets_the_servers_of_the_former() {
        StartedCache cache = StartedCache.start(shelf);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        cache.restart();
        TodoCache.serverProcess("Bob's list");

        cache.kill(bobs);

        expectNoRowOf("Bob's list");
    }

    @Test
    @Tag("task-3")
    @DisplayName(
            "The late news of an end does not cost the successor its row, and its own end does")
    void late_news_leave_the_successor() throws InterruptedException {
        StartedCache cache = StartedCache.start(shelf);
        Pid<?> dying = stubbornServer("Bob's list");
        TodoCache.serverProcess("Bob's list");
        exit(dying, ExitReason.KILL);
        Pid<TodoServer.Message> successor = TodoCache.serverProcess("Bob's list");

        mayEnd.countDown();
        CacheNews.await(cache.pid());

        assertThat(rowsOf("Bob's list"))
                .as("the row of the successor, when the end of the former server is known")
                .containsExactly(Tuple.of("Bob's list", successor));

        cache.kill(successor);

        expectNoRowOf("Bob's list");
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

    private static void expectNoRowOf(String listName) {
        assertThat(rowsOf(listName))
                .as("rows of a list whose server has ended, of which a monitor tells the cache")
                .isEmpty();
    }
}
