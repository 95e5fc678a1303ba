package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

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
    @DisplayName("A server that was killed is forgotten: the next request gets a living one")
    void a_killed_server_is_forgotten() {
        startCache();
        Pid<TodoServer.Message> killed = TodoCache.serverProcess("Bob's list");

        Running.kill(killed);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next).as("the next server").isNotEqualTo(killed);
        assertThat(isAlive(next)).as("the next server is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A server that ended in good order is forgotten as well")
    void a_stopped_server_is_forgotten() {
        startCache();
        Pid<TodoServer.Message> stopped = TodoCache.serverProcess("Bob's list");

        GenServer.stop(stopped);

        Pid<TodoServer.Message> next = TodoCache.serverProcess("Bob's list");
        assertThat(next).as("the next server").isNotEqualTo(stopped);
        assertThat(isAlive(next)).as("the next server is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("The next server of a list begins with what the former one has stored")
    void the_next_server_has_the_list() {
        startCache();
        Pid<TodoServer.Message> killed = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.entries(killed, DAY);

        Running.kill(killed);

        assertThat(TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY))
                .as("the entries that the next server has")
                .containsExactly(new Entry(1, DAY, "dentist"));
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
                    .as("asking for a list that cannot be read")
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
        }

        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The cache still takes its servers along when it is killed")
    void a_killed_cache_takes_its_servers_along() {
        Pid<TodoCache.Message> cache = startCache();
        List<Pid<TodoServer.Message>> servers =
                Stream.of("Bob's list", "Alice's list").map(TodoCache::serverProcess).toList();

        Running.kill(cache);

        assertThat(servers)
                .as("the servers of the killed cache, none of which is alive")
                .noneMatch(Processes::isAlive);
    }

    /** Starts a cache, and what it needs. */
    private static Pid<TodoCache.Message> startCache() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(new Shelf()).pid();
        return TodoCache.startLink().pid();
    }
}
