package todo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;

import todo.EndEveryProcess;
import todo.database.Database;
import todo.database.Ledger;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the cache and its servers are to each other, and to the database. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinksAndMonitorsTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    @Test
    @Tag("task-3")
    @DisplayName("The end of a server leaves the cache and the other servers as they are")
    void the_end_of_a_server_leaves_the_others() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");
        Pid<TodoServer.Message> alices = TodoCache.serverProcess(cache, "Alice's list");

        end(bobs);
        assertThatNoException()
                .as("asking the cache for a list whose server has ended")
                .isThrownBy(() -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(TodoCache.serverProcess(cache, "Alice's list"))
                .as("the server of Alice's list, after the end of Bob's")
                .isEqualTo(alices);
        assertThat(isAlive(alices)).as("Alice's server is alive").isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without the database the cache and the servers go on with what they know")
    void the_end_of_the_database_leaves_cache_and_servers() {
        Pid<TodoCache.Message> cache = startCache();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess(cache, "Bob's list");

        end(whereis(new Name<>("database_server")).orElseThrow());

        assertThatNoException()
                .as("changing a list when the database has ended")
                .isThrownBy(() -> TodoServer.clear(bobs));
        assertThat(TodoCache.serverProcess(cache, "Bob's list"))
                .as("the server of Bob's list, after the end of the database")
                .isEqualTo(bobs);
        assertThat(isAlive(bobs))
                .as("Bob's server is alive, after the end of the database")
                .isTrue();
    }

    @Test
    @Tag("task-3")
    @DisplayName("However often a list is asked for, its server is monitored once at most")
    void a_known_list_is_not_monitored_again() {
        Pid<TodoCache.Message> cache = startCache();

        IntStream.range(0, 3).forEach(_ -> TodoCache.serverProcess(cache, "Bob's list"));

        assertThat(info(cache).orElseThrow().monitors())
                .as("what the cache monitors: each server once at most")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("No list is forgotten, however many there are")
    void no_list_is_forgotten() {
        Pid<TodoCache.Message> cache = startCache();
        List<Pid<TodoServer.Message>> first = askForThreeHundredLists(cache);

        List<Pid<TodoServer.Message>> again = askForThreeHundredLists(cache);

        assertThat(IntStream.range(0, 300).filter(list -> again.get(list) != first.get(list)))
                .as("the numbers of the lists that have another server than at first")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("However often a list is changed, its server monitors the database once at most")
    void changes_leave_no_monitors() {
        Database.start(Ledger.with(Map.of()));
        Pid<TodoServer.Message> bobs = TodoServer.start("Bob's list").pid();

        IntStream.range(0, 3).forEach(_ -> TodoServer.addEntry(bobs, DAY, "dentist"));
        TodoServer.clear(bobs);

        assertThat(info(bobs).orElseThrow().monitors())
                .as("what Bob's server monitors: the database once at most")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Each process that is told to end does so")
    void no_process_traps_exits() {
        TodoCache.serverProcess(startCache(), "Bob's list");

        assertThat(EndEveryProcess.running())
                .flatMap(pid -> info(pid).stream().toList())
                .filteredOn(ProcessInfo::trapsExits)
                .extracting(ProcessInfo::label)
                .as("what traps exits")
                .isEmpty();
    }

    private static Pid<TodoCache.Message> startCache() {
        return TodoCache.start(Ledger.with(Map.of()));
    }

    private static List<Pid<TodoServer.Message>> askForThreeHundredLists(
            Pid<TodoCache.Message> cache) {
        return IntStream.range(0, 300)
                .mapToObj(number -> TodoCache.serverProcess(cache, "list " + number))
                .toList();
    }

    private static void end(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
