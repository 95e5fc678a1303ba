package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.receive;
import static otp.Processes.self;
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
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.Start;

import todo.EndEveryProcess;
import todo.FormerDatabase;
import todo.Running;
import todo.Together;
import todo.database.Database;
import todo.database.Shelf;
import todo.server.TodoServer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoCacheTest {

    private static final Name<Database.Message> DATABASE = new Name<>("database_server");

    private record Moments(int count) {}

    @Test
    @Tag("task-1")
    @DisplayName("The cache is linked to the process that starts it, and to the database")
    void the_cache_is_linked_to_its_starter_and_its_database() {
        Pid<TodoCache.Message> cache = startCache();

        assertThat(links(cache)).containsExactlyInAnyOrder(self(), Running.process(DATABASE));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that was asked for before is still served by the same process")
    void the_same_name_gives_the_same_server() {
        startCache();

        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        assertThat(TodoCache.serverProcess("Alice's list")).isNotEqualTo(bobs);
        assertThat(TodoCache.serverProcess("Bob's list")).isEqualTo(bobs);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The end of the cache ends all processes that it has started")
    void a_killed_cache_takes_everything_along() {
        Together.dieWith(startCacheWithTwoServers());
    }

    @Test
    @Tag("task-2")
    @DisplayName("The end of the database ends all processes, from the cache to the servers")
    void a_killed_database_takes_everything_along() {
        startCacheWithTwoServers();

        Together.dieWith(Running.process(DATABASE));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The end of one worker ends all processes, the other workers as well")
    void a_killed_worker_takes_everything_along() {
        Pid<TodoCache.Message> cache = startCacheWithTwoServers();

        Together.dieWith(worker(cache));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The end of one server ends all processes, the other servers as well")
    void a_killed_server_takes_everything_along() {
        startCacheWithTwoServers();

        Together.dieWith(TodoCache.serverProcess("Bob's list"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that cannot be read ends the cache, and the client is told why")
    void a_broken_list_costs_the_cache_its_life() {
        Pid<TodoCache.Message> cache = startCacheWithTwoServers();

        Together.dieOf(TodoCacheTest::askForTheBrokenList);

        assertThat(receive(ExitMessage.class))
                .isEqualTo(new ExitMessage(cache, ExitReason.of(Shelf.BROKEN)));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache lets the former database end in its own time, and then starts another")
    void a_cache_lets_the_former_database_end() {
        FormerDatabase former = FormerDatabase.start(200);
        trapExits(true);

        Start<TodoCache.Message> start = TodoCache.startLink(new Shelf());

        assertThat(former.hasEndedByItself())
                .as(
                        "the former database has ended by itself, not used, stopped or killed (%s)",
                        start)
                .isTrue();
        assertThat(former.wasMonitored())
                .as("the cache monitors the former database, and does not ask again and again")
                .isTrue();
        assertThat(Running.process(DATABASE))
                .as("the next database, which is another process")
                .isNotEqualTo(former.pid());
        assertThat(links(start.pid())).contains(Running.process(DATABASE));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache waits for a former database that takes its time")
    void a_cache_waits_for_a_slow_database() {
        FormerDatabase former = FormerDatabase.startSlow();
        trapExits(true);

        Start<TodoCache.Message> start = TodoCache.startLink(new Shelf());

        assertThat(start)
                .as("a cache starts, however long its former database takes (within a call's time)")
                .isInstanceOf(Start.Ok.class);
        assertThat(former.hasEndedByItself()).as("the former database has ended").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName(
            "A cache goes on as soon as its former database has ended, and not at a fixed time")
    void a_cache_waits_no_longer_than_it_has_to() {
        FormerDatabase former = FormerDatabase.start(20);
        Pid<Object> test = self();
        trapExits(true);

        spawn(() -> send(test, new Moments(former.momentsWithoutSuccessor())));
        TodoCache.startLink(new Shelf()).pid();

        assertThat(receive(Moments.class).count())
                .as("milliseconds from the end of a database to the start of the next")
                .isLessThan(FormerDatabase.ENOUGH);
    }

    @Test
    @Tag("task-3")
    @DisplayName("What a client asks while the cache waits for the former database is answered")
    void a_request_is_not_taken_for_the_end() {
        Pid<Object> test = self();
        FormerDatabase.startAskingTheCache(() -> send(test, TodoCache.serverProcess("Bob's list")));
        trapExits(true);

        Start<TodoCache.Message> start = TodoCache.startLink(new Shelf());

        assertThat(start)
                .as("a cache takes the Down from its mailbox, and leaves other messages there")
                .isInstanceOf(Start.Ok.class);
        assertThat(receive(Pid.class, Duration.ofSeconds(5)))
                .as("the server that the client asked for")
                .contains(TodoCache.serverProcess("Bob's list"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A cache without a database does not begin: the second start may fail, too")
    void a_cache_without_a_database_does_not_begin() {
        FormerDatabase former = FormerDatabase.startWithHeir();
        trapExits(true);

        Start<TodoCache.Message> start = TodoCache.startLink(new Shelf());

        assertThat(former.wasMonitored())
                .as("the cache monitors the former database (%s)", start)
                .isTrue();
        assertThat(start)
                .as("the start of a cache, when the name is taken again before its database has it")
                .isInstanceOf(Start.Failed.class);
    }

    @Test
    @Tag("task-2")
    @DisplayName("No process but the supervisor traps exits")
    void cache_database_workers_and_servers_trap_no_exits() {
        startCacheWithTwoServers();

        assertThat(Running.processes().stream().map(Processes::info).flatMap(Optional::stream))
                .filteredOn(ProcessInfo::trapsExits)
                .extracting(ProcessInfo::label)
                .as("what traps exits, and so does not end with the others")
                .isEmpty();
    }

    /** Starts the cache; its end is a message to the test, and not the end of the test. */
    private static Pid<TodoCache.Message> startCache() {
        trapExits(true);
        return TodoCache.startLink(new Shelf()).pid();
    }

    private static Pid<TodoCache.Message> startCacheWithTwoServers() {
        Pid<TodoCache.Message> cache = startCache();
        TodoCache.serverProcess("Bob's list");
        TodoCache.serverProcess("Alice's list");
        return cache;
    }

    private static void askForTheBrokenList() {
        assertThatExceptionOfType(Exit.class)
                .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                .withMessageContaining(Shelf.BROKEN.toString());
    }

    private static Pid<?> worker(Pid<TodoCache.Message> cache) {
        return links(Running.process(DATABASE)).stream()
                .filter(pid -> pid != cache)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the database has no worker"));
    }

    private static List<Pid<?>> links(Pid<?> process) {
        return Running.links(process);
    }
}
