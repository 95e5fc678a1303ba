package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.StartedProcesses;
import todo.database.Database;
import todo.database.Shelf;
import todo.registry.ProcessRegistry;
import todo.server.ServerSupervisor;
import todo.server.TodoServer;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a request for a list needs, starts and leaves behind. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheRequestTest {

    @Test
    @Tag("task-3")
    @DisplayName("The cache has nothing started for a list that has a server")
    void a_list_that_has_a_server_needs_no_supervisor() {
        startCacheWithoutServerSupervisor();
        Pid<TodoServer.Message> bobs = TodoServer.startLink("Bob's list").pid();

        Start<TodoServer.Message> answer =
                GenServer.call(TodoCache.NAME, new TodoCache.ServerProcess("Bob's list"));

        assertThat(answer.running())
                .as("the server that a client gets that looked too early")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName(
            "Without a servers' supervisor, a new list fails the cache, and its client is told why")
    void a_new_list_needs_the_servers_supervisor() {
        startCacheWithoutServerSupervisor();
        Pid<?> cache = Running.process(TodoCache.NAME);

        assertThatExceptionOfType(Exit.class)
                .as("asking for Bob's list, which has no server")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageContaining("noproc")
                .withMessageContaining("todo_server_supervisor");
        assertThat(isAlive(cache))
                .as("the cache is alive, as if it had caught what went wrong")
                .isFalse();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without a registry, a client fails with its own look, and asks no cache")
    void a_client_needs_the_registry() {
        startCache();
        Pid<?> cache = Running.process(TodoCache.NAME);
        Running.kill(Running.process(new Name<>("todo_process_registry")));

        assertThatExceptionOfType(Exit.class)
                .as("asking for Bob's list, which no registry finds")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageContaining("todo_process_registry");
        assertThat(isAlive(cache)).as("the cache is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A request that fails is told to its client, and not made once more")
    void a_request_that_fails_is_not_made_again() {
        ProcessRegistry.startLink().pid();
        AtomicInteger requests = FailingCache.startAndCount();

        assertThatExceptionOfType(Exit.class)
                .as("asking for Bob's list, which has the cache fail")
                .isThrownBy(() -> TodoCache.serverProcess("Bob's list"))
                .withMessageContaining("ill");
        assertThat(requests.get()).as("requests that entered a cache").isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Only the registry knows the server of a list: client and cache remember nothing")
    void only_the_registry_knows_the_server_of_a_list() {
        startCache();
        Pid<TodoServer.Message> forgotten = TodoCache.serverProcess("Bob's list");
        ProcessRegistry.unregisterName(Tuple.of("todo_server", "Bob's list"));

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        assertThat(bobs)
                .as("the server of a list, when the registry does not know the one from before")
                .isNotEqualTo(forgotten);
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(bobs);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A new list gets one process, its server, and a list that has one gets none")
    void nothing_but_the_server_is_started() {
        startCache();

        assertThat(StartedProcesses.during(() -> TodoCache.serverProcess("Bob's list")))
                .as("processes that were started for a new list")
                .isEqualTo(1);
        assertThat(StartedProcesses.during(() -> TodoCache.serverProcess("Bob's list")))
                .as("processes that were started for a list that has a server")
                .isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A request leaves neither a link nor a monitor, in the client and in the cache")
    void a_request_leaves_no_link_and_no_monitor() {
        startCache();
        Pid<?> cache = Running.process(TodoCache.NAME);
        List<Pid<?>> linksOfTheClient = Running.links(self());

        for (int request = 1; request <= 2; request++) {
            TodoCache.serverProcess("Bob's list");
            GenServer.call(TodoCache.NAME, new TodoCache.ServerProcess("Bob's list"));
        }

        assertThat(info(self()).orElseThrow().monitors()).as("what the client monitors").isEmpty();
        assertThat(info(cache).orElseThrow().monitors()).as("what the cache monitors").isEmpty();
        assertThat(Running.links(self())).as("the client's links").isEqualTo(linksOfTheClient);
        assertThat(Running.links(cache)).as("the links of the cache").containsExactly(self());
    }

    private static void startCache() {
        startCacheWithoutServerSupervisor();
        ServerSupervisor.startLink().pid();
    }

    private static void startCacheWithoutServerSupervisor() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(new Shelf()).pid();
        TodoCache.startLink().pid();
    }
}
