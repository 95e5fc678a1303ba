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
    private static final Name<?> DATABASE = new Name<>("database_server");

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @Tag("task-4")
    @DisplayName("The system is started with a cache that serves lists")
    void the_system_is_started_with_a_cache() {
        trapExits(true);
        Pid<Supervisor.Message> started = TodoSupervisor.startLink(new Shelf()).pid();

        assertThat(Supervisor.countChildren(started).active())
                .as("children of the supervisor that run")
                .isEqualTo(1);
        assertThat(TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY))
                .as("the entries of Bob's list, where nothing was stored")
                .isEmpty();
        assertThat(Running.links(Running.process(DATABASE)))
                .as("the processes that the database is linked to: none, also not the supervisor")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The system has the limit that flags() says: five restarts within five seconds")
    void the_system_has_its_limit() {
        trapExits(true);

        SupervisorFlags flags = Supervisor.getFlags(TodoSupervisor.startLink(new Shelf()).pid());

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(5);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The cache is the only child: a worker called todo_cache, always restarted")
    void the_cache_is_the_only_child() {
        startSystem();

        assertThat(Specification.ofChildren(system))
                .as("the children of the supervisor: the cache, which is always restarted")
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

        assertThat(second)
                .as("what comes of starting a second system")
                .isNotInstanceOf(Start.Ok.class);
        assertThat(cache()).as("the cache of the first system").isEqualTo(cache);
        assertThat(isAlive(cache)).as("the cache of the first system is alive").isTrue();
        assertThat(Running.goesOn(system)).as("the first system goes on").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed cache comes back: under its name, as another process")
    void a_killed_cache_comes_back_under_its_name() {
        startSystem();
        Pid<TodoCache.Message> killed = cache();

        kill(killed);

        assertThat(cache())
                .as("the process that is called todo_cache: another one than the killed cache")
                .isNotEqualTo(killed);
        assertThat(isAlive(cache())).as("the process that is called todo_cache is alive").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A cache that was stopped in good order comes back as well")
    void a_stopped_cache_comes_back() {
        startSystem();
        Pid<TodoCache.Message> stopped = cache();

        GenServer.stop(stopped);
        Running.expectToGoOn(system, 1);

        assertThat(cache())
                .as("the process that is called todo_cache: another one than the stopped cache")
                .isNotEqualTo(stopped);
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
                .as("asking the killed cache by its pid: the reason is noproc")
                .isThrownBy(() -> GenServer.call(killed, new TodoCache.ServerProcess("Bob's list")))
                .withMessageStartingWith("noproc");
        assertThat(isAlive(bobsServer())).as("Bob's server is alive").isTrue();
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
                .as("the entries of Bob's list, after the cache has come back")
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

        assertThat(isAlive(system))
                .as("the system's supervisor is alive, after five kills within five seconds")
                .isTrue();
        assertThat(whereis(CACHE))
                .as("the process that is called todo_cache, after five kills")
                .isPresent();
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
        assertThat(isAlive(system))
                .as("the system's supervisor is alive, after five kills")
                .isTrue();

        Running.kill(cache());

        assertThat(Running.goesOn(system))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(endOf(system))
                .as("the reason for which the supervisor has ended")
                .isEqualTo(ExitReason.SHUTDOWN);
        assertThat(whereis(CACHE))
                .as("the process that is called todo_cache, when its supervisor has ended")
                .isEmpty();
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

        assertThat(isAlive(system))
                .as("the system's supervisor is alive, after kills that are long past")
                .isTrue();
        assertThat(whereis(CACHE))
                .as("the process that is called todo_cache, after kills that are long past")
                .isPresent();
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
        assertThat(isAlive(cache())).as("the process that is called todo_cache is alive").isTrue();
        return TodoCache.serverProcess("Bob's list");
    }

    private static Pid<TodoCache.Message> cache() {
        return Running.process(CACHE);
    }

    private static ExitReason endOf(Pid<?> process) {
        ExitMessage end = receive(ExitMessage.class);
        assertThat(end.from()).as("the process whose end the test hears of").isEqualTo(process);
        return end.reason();
    }
}
