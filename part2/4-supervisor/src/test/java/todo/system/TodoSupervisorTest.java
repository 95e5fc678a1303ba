package todo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

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
import otp.Name;
import otp.Pid;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import todo.EndEveryProcess;
import todo.Running;
import todo.Specification;
import todo.TrapsExits;
import todo.cache.TodoCache;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Name<TodoCache.Message> CACHE = new Name<>("todo_cache");

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @Tag("task-4")
    @DisplayName("The system is started with a cache that serves lists")
    void the_system_is_started_with_a_cache() {
        trapExits(true);
        Pid<Supervisor.Message> started = TodoSupervisor.startLink(new Shelf()).pid();

        assertThat(Supervisor.countChildren(started).active()).isEqualTo(1);
        assertThat(TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY)).isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The cache is the only child: a worker called todo_cache, always restarted")
    void the_cache_is_the_only_child() {
        startSystem();

        assertThat(Specification.ofChildren(system))
                .containsExactly(Specification.worker("todo_cache"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The supervisor has the flags that it was given")
    void the_supervisor_has_the_flags_that_it_was_given() {
        trapExits(true);
        SupervisorFlags noRestart = SupervisorFlags.oneForOne().maxRestarts(0);
        Pid<Supervisor.Message> strict = TodoSupervisor.startLink(new Shelf(), noRestart).pid();

        Running.kill(cache());

        assertThat(Running.goesOn(strict))
                .as("the supervisor goes on after a death, though its flags allow no restart")
                .isFalse();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A process that starts the system does not trap exits because of it")
    void a_start_does_not_have_its_caller_trap_exits() {
        assertThat(TrapsExits.after(() -> TodoSupervisor.startLink(new Shelf()).pid()))
                .as("the process traps exits after the start")
                .isFalse();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A second system does not start, and leaves the first one as it is")
    void a_second_system_does_not_start() {
        startSystem();
        Pid<TodoCache.Message> cache = cache();

        Start<Supervisor.Message> second = TodoSupervisor.startLink(new Shelf());

        assertThat(second).isInstanceOf(Start.Failed.class);
        assertThat(cache()).as("the cache of the first system").isEqualTo(cache);
        assertThat(isAlive(cache)).isTrue();
        assertThat(Running.goesOn(system)).as("the first system goes on").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed cache comes back: under its name, as another process")
    void a_killed_cache_comes_back_under_its_name() {
        startSystem();
        Pid<TodoCache.Message> killed = cache();

        kill(killed);

        assertThat(cache()).isNotEqualTo(killed);
        assertThat(isAlive(cache())).isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A cache that was stopped in good order comes back as well")
    void a_stopped_cache_comes_back() {
        startSystem();
        Pid<TodoCache.Message> stopped = cache();

        GenServer.stop(stopped);
        Running.expectToGoOn(system, 1);

        assertThat(cache()).isNotEqualTo(stopped);
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "The pid of the killed cache leads to a dead process; the name leads to the next cache")
    void a_stale_pid_leads_nowhere() {
        startSystem();
        Pid<TodoCache.Message> killed = cache();

        kill(killed);

        assertThatExceptionOfType(Exit.class)
                .isThrownBy(() -> GenServer.call(killed, new TodoCache.ServerProcess("Bob's list")))
                .withMessageStartingWith("noproc");
        assertThat(isAlive(bobsServer())).isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("What was stored before the cache was killed is there after it has come back")
    void a_stored_list_outlives_the_cache() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(bobs, DAY, "dentist");
        TodoServer.entries(bobs, DAY);

        kill(cache());

        assertThat(TodoServer.entries(bobsServer(), DAY))
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Five restarts within five seconds are allowed")
    void five_restarts_are_allowed() {
        startSystem();

        for (int kills = 1; kills <= 5; kills++) {
            kill(cache());
        }

        assertThat(isAlive(system)).isTrue();
        assertThat(whereis(CACHE)).isPresent();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The sixth kill within five seconds ends the supervisor, in good order")
    void the_sixth_kill_ends_the_supervisor() {
        startSystem();
        for (int kills = 1; kills <= 5; kills++) {
            kill(cache());
            clock.passSeconds(1);
        }
        assertThat(isAlive(system)).isTrue();

        Running.kill(cache());

        assertThat(Running.goesOn(system))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(endOf(system)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(whereis(CACHE)).isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Restarts that are more than five seconds old count no more")
    void old_restarts_count_no_more() {
        startSystem();

        for (int round = 1; round <= 3; round++) {
            for (int kills = 1; kills <= 5; kills++) {
                kill(cache());
            }
            clock.passSeconds(6);
        }

        assertThat(isAlive(system)).isTrue();
        assertThat(whereis(CACHE)).isPresent();
    }

    private void startSystem() {
        trapExits(true);
        system = TodoSupervisor.startLink(new Shelf(), TodoSupervisor.flags().clock(clock)).pid();
    }

    /** Kills a process, and waits until the supervisor has done what there is to do. */
    private void kill(Pid<?> process) {
        Running.kill(process);
        Running.expectToGoOn(system, ++deaths);
    }

    private static Pid<TodoServer.Message> bobsServer() {
        assertThat(isAlive(cache())).as("the process that is called :todo_cache lives").isTrue();
        return TodoCache.serverProcess("Bob's list");
    }

    private static Pid<TodoCache.Message> cache() {
        return Running.process(CACHE);
    }

    private static ExitReason endOf(Pid<?> process) {
        ExitMessage end = receive(ExitMessage.class);
        assertThat(end.from()).isEqualTo(process);
        return end.reason();
    }
}
