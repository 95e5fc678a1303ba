package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @Test
    @Tag("task-1")
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
    @Tag("task-1")
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
    @Tag("task-1")
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
    @Tag("task-1")
    @DisplayName("A server is forgotten for whatever reason it has ended, and the cache goes on")
    void the_reason_of_an_end_does_not_matter() {
        Pid<TodoCache.Message> cache = startCache();
        List<ExitReason> reasons =
                List.of(
                        ExitReason.NORMAL,
                        ExitReason.SHUTDOWN,
                        new ExitReason.Shutdown("no one asks"),
                        ExitReason.KILLED,
                        ExitReason.of("no paper"));
        for (ExitReason reason : reasons) {
            Pid<TodoServer.Message> ended = TodoCache.serverProcess("Bob's list");

            sendAnything(cache, new ExitMessage(ended, reason));

            assertThat(TodoCache.serverProcess("Bob's list"))
                    .as("the server of a list, when the former one has ended with %s", reason)
                    .isNotEqualTo(ended);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName(
            "The news of an end is enough: a server is forgotten though its list is not asked for")
    void the_news_of_an_end_is_enough() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        announceTheEnd(bobs, cache);

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server of a list, when an ExitMessage says that the former one has ended")
                .isNotEqualTo(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server that has ended is not started again before its list is asked for")
    void a_server_is_started_when_its_list_is_asked_for() {
        startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        TodoCache.serverProcess("Alice's list");
        int before = Running.processes().size();

        Running.kill(bobs);
        TodoCache.serverProcess("Alice's list");

        assertThat(Running.processes())
                .as("what runs when a server has ended, and its list has not been asked for again")
                .hasSize(before - 1);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A message that the cache does not expect changes nothing")
    void a_stray_message_changes_nothing() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        sendAnything(cache, "a stray message");
        announceTheEnd(spawn(() -> {}), cache);

        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
    }

    @Test
    @Tag("task-1")
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
    @Tag("task-1")
    @DisplayName("The end of one server leaves the cache and all other servers as they were")
    void the_end_of_a_server_leaves_the_others() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess("Alice's list");

        Running.kill(bobs);

        assertThat(TodoCache.serverProcess("Alice's list"))
                .as("Alice's server, when Bob's has ended")
                .isEqualTo(alices);
        assertThat(isAlive(alices)).as("Alice's server is alive").isTrue();
        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
    }

    @Test
    @Tag("task-1")
    @DisplayName("Of many servers, each one that has ended is forgotten, and no other")
    void each_of_many_servers_is_forgotten_when_it_has_ended() {
        startCache();
        List<Pid<TodoServer.Message>> servers = servers(50);

        for (int number = 0; number < 50; number += 2) {
            Running.kill(servers.get(number));
        }

        List<Pid<TodoServer.Message>> next = servers(50);
        assertThat(next).as("the servers that 50 clients get").allMatch(Processes::isAlive);
        for (int number = 1; number < 50; number += 2) {
            assertThat(next.get(number))
                    .as("the server of list %d, which has not ended", number)
                    .isEqualTo(servers.get(number));
        }
    }

    @Test
    @Tag("task-1")
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
                .as("Bob's server, when others could not start")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The cache still takes its servers along when it is killed")
    void a_killed_cache_takes_its_servers_along() {
        Pid<TodoCache.Message> cache = startCache();
        Running.kill(TodoCache.serverProcess("Bob's list"));
        List<Pid<TodoServer.Message>> servers = servers(3);
        Running.kill(servers.getFirst());
        // A cache that answers has heard of the end before.
        TodoCache.serverProcess("list 1");

        Running.kill(cache);

        assertThat(servers)
                .as("the servers of the killed cache, none of which is alive")
                .noneMatch(Processes::isAlive);
    }

    /**
     * Gives the news though the process may live: a cache that asks for itself can be told apart.
     */
    private static void announceTheEnd(Pid<?> process, Pid<?> cache) {
        sendAnything(cache, new ExitMessage(process, ExitReason.KILLED));
    }

    @SuppressWarnings("unchecked")
    private static void sendAnything(Pid<?> cache, Object message) {
        send((Pid<Object>) cache, message);
    }

    /** Returns the servers of so many lists. */
    private static List<Pid<TodoServer.Message>> servers(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> TodoCache.serverProcess("list " + number))
                .toList();
    }

    /** Starts a cache, and what it needs. */
    private static Pid<TodoCache.Message> startCache() {
        trapExits(true);
        Database.startLink(new Shelf()).pid();
        return TodoCache.startLink().pid();
    }
}
