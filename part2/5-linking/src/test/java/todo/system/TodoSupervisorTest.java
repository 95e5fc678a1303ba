package todo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.receive;
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
import otp.Supervisor;

import todo.EndEveryProcess;
import todo.Running;
import todo.Together;
import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Name<TodoCache.Message> CACHE = new Name<>("todo_cache");
    private static final Name<Database.Message> DATABASE = new Name<>("database_server");

    private static final List<Supplier<Pid<?>>> ONE_OF_EACH_KIND =
            List.of(
                    () -> Running.process(CACHE),
                    () -> Running.process(DATABASE),
                    TodoSupervisorTest::worker,
                    TodoSupervisorTest::bobsServer);

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @Tag("task-4")
    @DisplayName("Whichever process is killed, none is left over: there are as many as before")
    void no_process_is_left_over() {
        startSystem();
        bobsServer();
        int before = Running.processes().size();

        for (Supplier<Pid<?>> one : ONE_OF_EACH_KIND) {
            kill(one.get());
            bobsServer();

            assertThat(Running.processes())
                    .as("processes that run: as many as before")
                    .hasSize(before);
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName("What was stored is there again after all processes have ended")
    void a_stored_list_outlives_all_processes() {
        startSystem();
        TodoServer.addEntry(bobsServer(), DAY, "dentist");
        assertThat(TodoServer.entries(bobsServer(), DAY))
                .as("the entries of Bob's list, before a worker is killed")
                .hasSize(1);
        Database.get("Bob's list");

        kill(worker());

        assertThat(TodoServer.entries(bobsServer(), DAY))
                .as("the entries of Bob's list, as the next server finds them")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list has one server at a time: the pid of a former one leads nowhere")
    void a_list_has_one_server_at_a_time() {
        startSystem();
        Pid<TodoServer.Message> former = bobsServer();

        kill(Running.process(CACHE));

        assertThatExceptionOfType(Exit.class)
                .as("asking the former server of Bob's list: the reason is noproc")
                .isThrownBy(() -> TodoServer.entries(former, DAY))
                .withMessageStartingWith("noproc");
        assertThat(isAlive(bobsServer())).as("Bob's server is alive").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "Each death is one restart, whichever process died; the sixth in five seconds ends all")
    void the_sixth_death_ends_everything() {
        startSystem();
        for (Supplier<Pid<?>> one : ONE_OF_EACH_KIND) {
            kill(one.get());
            clock.passSeconds(1);
        }
        kill(Running.process(CACHE));
        clock.passSeconds(1);
        assertThat(isAlive(system))
                .as("the system's supervisor is alive, after five deaths")
                .isTrue();

        Together.dieWith(Running.process(CACHE));

        expectTheEndOfTheSystem();
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Deaths that are far enough apart never end the system")
    void rare_deaths_never_end_the_system() {
        startSystem();

        for (int round = 1; round <= 10; round++) {
            Name<?> name = round % 2 == 0 ? CACHE : DATABASE;
            kill(Running.process(name));
            clock.passSeconds(2);
        }

        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Six requests for a list that cannot be read bring the system down")
    void six_requests_for_a_broken_list_end_everything() {
        startSystem();
        for (int requests = 1; requests <= 5; requests++) {
            bobsServer();
            Together.dieOf(this::askForTheBrokenList);
            Running.expectToGoOn(system, requests);
        }
        assertThat(isAlive(system))
                .as("the system's supervisor is alive, after five requests for a broken list")
                .isTrue();

        Together.dieOf(this::askForTheBrokenList);

        expectTheEndOfTheSystem();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem();
        bobsServer();

        Together.dieOf(() -> Supervisor.stop(system));

        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        system = TodoSupervisor.startLink(new Shelf(), TodoSupervisor.flags().clock(clock)).pid();
    }

    /** Kills one and so all, and waits until the supervisor has started them again. */
    private void kill(Pid<?> one) {
        Together.dieWith(one);
        Running.expectToGoOn(system, ++deaths);
    }

    private void askForTheBrokenList() {
        assertThatExceptionOfType(Exit.class)
                .as("asking for a list that cannot be read")
                .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                .withMessageContaining(Shelf.BROKEN.toString());
    }

    private void expectTheEndOfTheSystem() {
        assertThat(Running.goesOn(system))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(system, ExitReason.SHUTDOWN));
    }

    private static Pid<TodoServer.Message> bobsServer() {
        return TodoCache.serverProcess("Bob's list");
    }

    private static Pid<?> worker() {
        return Running.links(Running.process(DATABASE)).stream()
                .filter(pid -> pid != Running.process(CACHE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the database has no worker"));
    }
}
