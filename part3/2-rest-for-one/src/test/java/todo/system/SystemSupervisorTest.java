package todo.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import static todo.system.Tree.CACHE;
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
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Strategy;
import otp.Supervisor;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import todo.EndEveryProcess;
import todo.Running;
import todo.Specification;
import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final ExitReason ILL = ExitReason.of("ill");

    private Pid<?> registry;
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @Tag("task-1")
    @DisplayName("The cache is started last: it needs the database and the servers' supervisor")
    void children_start_in_the_order_of_need() {
        startSystem();

        assertThat(children(system))
                .as("the children of the system: database, servers' supervisor, cache")
                .containsExactlyInAnyOrder(database(), process(SERVERS), process(CACHE));
        assertThat(children(system).getLast())
                .as("the child that is started last")
                .isEqualTo(process(CACHE));
        assertThat(Supervisor.countChildren(system))
                .as("the number of the system's children")
                .isEqualTo(new ChildCount(3, 3, 2, 1));
    }

    @Test
    @Tag("task-1")
    @DisplayName("All three come back however they end, each with its id and its time to shut down")
    void all_children_are_permanent() {
        startSystem();

        assertThat(Specification.ofChildren(system))
                .as("how the children of the system are specified")
                .containsExactlyInAnyOrder(
                        Specification.supervisor("database"),
                        Specification.supervisor("todo_server_supervisor"),
                        Specification.worker("todo_cache"));
        assertThat(Supervisor.whichChildren(system))
                .as("which process has which id")
                .filteredOn(child -> child.id().equals("todo_server_supervisor"))
                .extracting(ChildInfo::pid)
                .isEqualTo(List.of(Optional.of(process(SERVERS))));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The system is one for one, with five restarts in five seconds")
    void the_system_counts_restarts_for_five_seconds() {
        startSystem();

        SupervisorFlags flags = Supervisor.getFlags(system);

        assertThat(flags.strategy())
                .as("the strategy of the supervisor")
                .isEqualTo(Strategy.ONE_FOR_ONE);
        assertThat(flags.maxRestarts()).as("restarts that the supervisor allows").isEqualTo(5);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A killed cache is restarted alone")
    void a_killed_cache_is_restarted_alone() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Pid<?> killed = process(CACHE);
        List<Pid<?>> others = allBut(List.of(killed));

        kill(killed);

        assertThat(process(CACHE)).as("the process that is called todo_cache").isNotEqualTo(killed);
        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(others.size() + 1)
                .containsAll(others);
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A servers' supervisor that fails is restarted, without the servers, and alone")
    void a_failed_servers_supervisor_is_restarted_alone() {
        startSystem();
        Pid<?> failed = process(SERVERS);
        List<Pid<?>> others = allBut(List.of(failed));
        Pid<TodoServer.Message> bobs = store("dentist");

        fail(failed);

        assertThat(process(SERVERS))
                .as("the process that is called todo_server_supervisor")
                .isNotEqualTo(failed);
        assertThat(isAlive(bobs)).as("Bob's server is alive").isFalse();
        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(others.size() + 1)
                .containsAll(others);
        assertThat(entries()).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A database that fails is restarted, with its workers, and leaves all others")
    void a_failed_database_is_restarted_alone() {
        startSystem();
        Pid<TodoServer.Message> bobs = store("dentist");
        List<Pid<?>> failed = new ArrayList<>(children(database()));
        failed.add(database());
        List<Pid<?>> others = allBut(failed);

        fail(database());

        assertThat(Running.processes())
                .as(
                        "all processes: those that were restarted are others, and the rest are as"
                                + " before")
                .hasSize(others.size() + failed.size())
                .containsAll(others)
                .doesNotContainAnyElementsOf(failed);
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
    }

    @Test
    @Tag("task-1")
    @DisplayName(
            "A database whose workers die too often is restarted as one, and leaves all others")
    void a_database_that_gives_up_is_restarted_alone() {
        startSystem();
        Pid<?> cache = process(CACHE);
        Pid<Supervisor.Message> database = database();
        monitor(database);

        deathsUntilTheEndOf(database, () -> Running.kill(worker(5)));
        receive(Down.class);
        Running.expectToGoOn(system, 1);

        assertThat(database()).as("the supervisor of the workers").isNotEqualTo(database);
        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Five restarts in five seconds are allowed; the sixth ends all but the registry")
    void the_sixth_kill_ends_all_but_the_registry() {
        startSystem();

        int kills = deathsUntilTheEndOf(system, () -> Running.kill(process(CACHE)));

        assertThat(kills).as("with which kill the system gave up").isGreaterThanOrEqualTo(6);
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(system, ExitReason.SHUTDOWN));
        assertThat(Running.processes())
                .as("processes that are left: the registry")
                .isEqualTo(List.of(registry));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A system that is stopped leaves nothing behind but the registry")
    void a_stopped_system_leaves_the_registry() {
        startSystem();
        TodoCache.serverProcess("Bob's list");

        Supervisor.stop(system);

        assertThat(Running.processes())
                .as("processes that are left: the registry")
                .isEqualTo(List.of(registry));
    }

    private void startSystem() {
        trapExits(true);
        registry = ProcessRegistry.startLink().pid();
        system = SystemSupervisor.startLink(new Shelf()).pid();
    }

    private Pid<Supervisor.Message> database() {
        return supervisorBelow(system);
    }

    private static List<Pid<?>> allBut(List<Pid<?>> some) {
        return Running.processes().stream().filter(process -> !some.contains(process)).toList();
    }

    /** Kills a process, and waits until the supervisor has done what there is to do. */
    private void kill(Pid<?> process) {
        Running.kill(process);
        Running.expectToGoOn(system, ++deaths);
    }

    /** Has a supervisor fail, after its children, and waits until it has been restarted. */
    private void fail(Pid<?> supervisor) {
        GenServer.stop(supervisor, ILL);
        Running.expectToGoOn(system, ++deaths);
    }

    /** Adds to Bob's list, and waits until that has been stored. */
    private static Pid<TodoServer.Message> store(String title) {
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        TodoServer.addEntry(bobs, DAY, title);
        TodoServer.entries(bobs, DAY);
        Database.get("Bob's list");
        return bobs;
    }

    private static List<Entry> entries() {
        return TodoServer.entries(TodoCache.serverProcess("Bob's list"), DAY);
    }
}
