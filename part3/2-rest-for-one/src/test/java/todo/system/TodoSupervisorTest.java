package todo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import static todo.system.Tree.CACHE;
import static todo.system.Tree.REGISTRY;
import static todo.system.Tree.SERVERS;
import static todo.system.Tree.children;
import static todo.system.Tree.deathsUntilTheEndOf;
import static todo.system.Tree.process;
import static todo.system.Tree.supervisorBelow;
import static todo.system.Tree.worker;

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
import otp.GenServer;
import otp.Pid;
import otp.Strategy;
import otp.Supervisor;
import otp.Supervisor.ChildCount;
import otp.SupervisorFlags;

import todo.EndEveryProcess;
import todo.Running;
import todo.Specification;
import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final ExitReason ILL = ExitReason.of("ill");

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> top;
    private int deaths;

    @Test
    @Tag("task-2")
    @DisplayName("The registry is started first, and then the supervisor of all others")
    void the_registry_comes_first() {
        startSystem();

        assertThat(children(top))
                .as("the children as they were started: registry, system's supervisor")
                .containsExactly(process(REGISTRY), system());
        assertThat(Supervisor.countChildren(top))
                .as("the number of children at the top")
                .isEqualTo(new ChildCount(2, 2, 1, 1));
        assertThat(Supervisor.countChildren(system()))
                .as("the number of the system's children")
                .isEqualTo(new ChildCount(3, 3, 2, 1));
    }

    @Test
    @Tag("task-2")
    @DisplayName("Registry and system come back however they end, each with its id")
    void both_children_are_permanent() {
        startSystem();

        assertThat(Specification.ofChildren(top))
                .as("how the children of the top of the tree are specified")
                .containsExactlyInAnyOrder(
                        Specification.worker("todo_process_registry"),
                        Specification.supervisor("system"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The top of the tree is rest for one, with five restarts in five seconds")
    void the_top_of_the_tree_counts_restarts_for_five_seconds() {
        SupervisorFlags flags = TodoSupervisor.flags();

        assertThat(flags.strategy())
                .as("the strategy of the supervisor")
                .isEqualTo(Strategy.REST_FOR_ONE);
        assertThat(flags.maxRestarts()).as("restarts that the supervisor allows").isEqualTo(5);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The system that a program starts has these flags")
    void the_system_has_the_flags() {
        trapExits(true);

        top = TodoSupervisor.startLink(new Shelf()).pid();

        assertThat(Supervisor.getFlags(top).strategy())
                .as("the strategy of the supervisor")
                .isEqualTo(Strategy.REST_FOR_ONE);
        assertThat(Supervisor.getFlags(top).maxRestarts())
                .as("restarts that the supervisor allows")
                .isEqualTo(5);
        assertThat(Supervisor.getFlags(top).maxSeconds())
                .as("the seconds in which restarts count")
                .isEqualTo(5);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The registry is killed: all others end, and come back as other processes")
    void a_killed_registry_takes_all_others_along() {
        startSystem();
        List<Pid<?>> restarted = allBut(List.of(top));
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        kill(process(REGISTRY));

        assertThat(Running.processes())
                .as(
                        "all processes: those that were restarted are others, and the rest are as"
                                + " before")
                .hasSize(1 + restarted.size())
                .contains(top)
                .doesNotContain(bobs)
                .doesNotContainAnyElementsOf(restarted);
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "The registry is killed: each process that is alive after that is found, and serves")
    void after_the_registry_all_are_found_again() {
        startSystem();
        store("dentist");

        kill(process(REGISTRY));

        for (int number = 0; number < 10; number++) {
            assertThat(isAlive(worker(number))).as("the worker is alive").isTrue();
        }
        assertThat(entries()).as("the entries of Bob's list").containsExactly(DENTIST);
        store("shopping");
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(TodoCache.serverProcess("Bob's list"));
        assertThat(entries())
                .as("the entries of Bob's list")
                .containsExactly(DENTIST, new Entry(2, DAY, "shopping"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The system's supervisor fails: all but the registry come back as others")
    void a_failed_system_leaves_the_registry() {
        startSystem();
        List<Pid<?>> left = List.of(top, process(REGISTRY));
        List<Pid<?>> restarted = allBut(left);
        store("dentist");

        GenServer.stop(system(), ILL);
        Running.expectToGoOn(top, ++deaths);

        assertThat(Running.processes())
                .as(
                        "all processes: those that were restarted are others, and the rest are as"
                                + " before")
                .hasSize(left.size() + restarted.size())
                .containsAll(left)
                .doesNotContainAnyElementsOf(restarted);
        assertThat(entries()).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The database fails: it and its workers are others, and all else is as it was")
    void a_failed_database_leaves_all_others() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        Pid<Supervisor.Message> database = supervisorBelow(system());
        List<Pid<?>> restarted = new ArrayList<>(children(database));
        restarted.add(database);
        List<Pid<?>> left = allBut(restarted);

        GenServer.stop(database, ILL);
        Running.expectToGoOn(system(), ++deaths);

        assertThat(Running.processes())
                .as(
                        "all processes: those that were restarted are others, and the rest are as"
                                + " before")
                .hasSize(left.size() + restarted.size())
                .containsAll(left)
                .doesNotContainAnyElementsOf(restarted);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker is killed: it is another, and all else is as it was")
    void a_killed_worker_leaves_all_others() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        Pid<?> killed = worker(3);
        List<Pid<?>> left = allBut(List.of(killed));

        Running.kill(killed);
        Running.expectToGoOn(supervisorBelow(system()), ++deaths);

        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(left.size() + 1)
                .containsAll(left);
        assertThat(worker(3)).as("worker 3").isNotEqualTo(killed);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The servers' supervisor fails: it is another, the servers end, all else stays")
    void a_failed_servers_supervisor_leaves_all_others() {
        startSystem();
        Pid<?> failed = process(SERVERS);
        List<Pid<?>> left = allBut(List.of(failed));
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        GenServer.stop(failed, ILL);
        Running.expectToGoOn(system(), ++deaths);

        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(left.size() + 1)
                .containsAll(left)
                .doesNotContain(failed, bobs);
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "A server is killed: nothing is restarted, and its list gets another when asked for")
    void a_killed_server_leaves_all_others() {
        startSystem();
        List<Pid<?>> left = Running.processes();

        for (int kills = 1; kills <= 10; kills++) {
            kill(TodoCache.serverProcess("Bob's list"));
        }

        assertThat(Running.processes())
                .as("all processes: the same as before")
                .hasSameElementsAs(left);
        assertThat(isAlive(TodoCache.serverProcess("Bob's list")))
                .as("Bob's server is alive")
                .isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The cache is killed: it is another, and all else is as it was")
    void a_killed_cache_leaves_all_others() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        Pid<?> killed = process(CACHE);
        List<Pid<?>> left = allBut(List.of(killed));

        Running.kill(killed);
        Running.expectToGoOn(system(), ++deaths);

        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(left.size() + 1)
                .containsAll(left);
        assertThat(process(CACHE)).as("the process that is called todo_cache").isNotEqualTo(killed);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A system that gives up is started again once, and the registry stays")
    void a_system_that_gives_up_is_restarted() {
        startSystem();
        Pid<?> registry = process(REGISTRY);
        Pid<Supervisor.Message> system = system();
        monitor(system);

        deathsUntilTheEndOf(system, () -> Running.kill(process(CACHE)));
        receive(Down.class);
        Running.expectToGoOn(top, 1);

        assertThat(system()).as("the system's supervisor").isNotEqualTo(system);
        assertThat(process(REGISTRY))
                .as("the process that is called todo_process_registry")
                .isEqualTo(registry);
        assertThat(isAlive(TodoCache.serverProcess("Bob's list")))
                .as("Bob's server is alive")
                .isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that cannot be read does not bring the system down, however often asked")
    void a_broken_list_does_not_bring_the_system_down() {
        startSystem();
        List<Pid<?>> all = Running.processes();

        for (int request = 1; request <= 10; request++) {
            assertThatExceptionOfType(Exit.class)
                    .as("asking for a list that cannot be read")
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
        }

        assertThat(Running.processes())
                .as("all processes: the same as before")
                .hasSameElementsAs(all);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Five deaths of the registry in five seconds are allowed; the sixth ends all")
    void the_sixth_kill_brings_the_system_down() {
        startSystem();
        int all = Running.processes().size();
        for (int kills = 1; kills <= 5; kills++) {
            kill(process(REGISTRY));
            clock.passSeconds(1);
        }
        assertThat(Running.processes()).as("processes that run: as many as before").hasSize(all);

        Running.kill(process(REGISTRY));

        assertThat(Running.goesOn(top))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(top, ExitReason.SHUTDOWN));
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Deaths of the registry that are far enough apart never end the system")
    void rare_kills_never_bring_the_system_down() {
        startSystem();

        for (int kills = 1; kills <= 10; kills++) {
            kill(process(REGISTRY));
            clock.passSeconds(2);
        }

        assertThat(isAlive(top)).as("the supervisor at the top is alive").isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem();
        TodoCache.serverProcess("Bob's list");

        Supervisor.stop(top);

        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        SupervisorFlags flags = TodoSupervisor.flags().clock(clock);
        top = TodoSupervisor.startLink(new Shelf(), flags).pid();
        assertThat(Supervisor.getFlags(top))
                .as("the flags of the system are those that it was given, with the test's clock")
                .isEqualTo(flags);
    }

    private Pid<Supervisor.Message> system() {
        return supervisorBelow(top);
    }

    private static List<Pid<?>> allBut(List<Pid<?>> some) {
        return Running.processes().stream().filter(process -> !some.contains(process)).toList();
    }

    /** Kills a process, and waits until the top of the tree has done what there is to do. */
    private void kill(Pid<?> process) {
        Running.kill(process);
        Running.expectToGoOn(top, ++deaths);
    }

    /** Adds to Bob's list, and waits until that has been stored. */
    private static void store(String title) {
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(bobs, DAY, title);
        TodoServer.entries(bobs, DAY);
        Database.get("Bob's list");
    }

    private static List<Entry> entries() {
        return TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY);
    }
}
