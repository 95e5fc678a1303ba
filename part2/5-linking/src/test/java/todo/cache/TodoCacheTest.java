package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.info;
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

import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.Start;

import todo.EndEveryProcess;
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

    private record Begun(Start<TodoCache.Message> start) {}

    @Test
    @Tag("task-4")
    @DisplayName("The cache is linked to the process that starts it, and to the database")
    void the_cache_is_linked_to_its_starter_and_its_database() {
        Pid<TodoCache.Message> cache = startCache();

        assertThat(links(cache))
                .as("the processes that the cache is linked to: its starter and its database")
                .containsExactlyInAnyOrder(self(), Running.process(DATABASE));
    }

    @Test
    @Tag("task-4")
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
    @Tag("task-4")
    @DisplayName("The end of the cache ends all processes that it has started")
    void a_killed_cache_takes_everything_along() {
        Together.dieWith(startCacheWithTwoServers());
    }

    @Test
    @Tag("task-4")
    @DisplayName("The end of the database ends all processes, from the cache to the servers")
    void a_killed_database_takes_everything_along() {
        startCacheWithTwoServers();

        Together.dieWith(Running.process(DATABASE));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The end of one worker ends all processes, the other workers as well")
    void a_killed_worker_takes_everything_along() {
        Pid<TodoCache.Message> cache = startCacheWithTwoServers();

        Together.dieWith(worker(cache));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The end of one server ends all processes, the other servers as well")
    void a_killed_server_takes_everything_along() {
        startCacheWithTwoServers();

        Together.dieWith(TodoCache.serverProcess("Bob's list"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list that cannot be read ends the cache, and the client is told why")
    void a_broken_list_costs_the_cache_its_life() {
        Pid<TodoCache.Message> cache = startCacheWithTwoServers();

        Together.dieOf(TodoCacheTest::askForTheBrokenList);

        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the cache sends: its reason is the broken list")
                .isEqualTo(new ExitMessage(cache, ExitReason.of(Shelf.BROKEN)));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A cache lets the former database end in its own time, and then starts another")
    void a_cache_lets_the_former_database_end() {
        trapExits(true);
        Pid<Database.Message> former = Database.startLink(new Shelf()).pid();
        Pid<Object> test = self();
        spawn(() -> {
            trapExits(true);
            send(test, new Begun(TodoCache.startLink(new Shelf())));
            receive();
        });

        assertThat(becomesMonitored(former))
                .as("the cache monitors the former database, which has its name still")
                .isTrue();
        exit(former, ExitReason.SHUTDOWN);

        assertThat(receive(Begun.class).start())
                .as("the start of a cache whose former database has ended")
                .isInstanceOf(Start.Ok.class);
        assertThat(Running.process(DATABASE))
                .as("the process that is called database_server: another one than the former")
                .isNotEqualTo(former);
    }

    @Test
    @Tag("task-4")
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
                .as("asking for a list that cannot be read")
                .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                .withMessageContaining(Shelf.BROKEN.toString());
    }

    private static boolean becomesMonitored(Pid<?> process) {
        int looks = 0;
        while (info(process).orElseThrow().monitoredBy().isEmpty() && looks < 200) {
            receive(Down.class, Duration.ofMillis(5));
            looks++;
        }
        return looks < 200;
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
