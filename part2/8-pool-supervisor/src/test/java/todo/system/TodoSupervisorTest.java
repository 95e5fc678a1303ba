package todo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ChildSpec.Type;
import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.Specification;
import todo.cache.TodoCache;
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
class TodoSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final Name<?> CACHE = new Name<>("todo_cache");
    private static final Name<?> REGISTRY = new Name<>("todo_process_registry");

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @Tag("task-4")
    @DisplayName("The registry starts first, then the database, then the cache")
    void children_start_in_the_order_of_need() {
        startSystem();

        assertThat(children())
                .as("the children as they were started: registry, database, cache")
                .containsExactly(process(REGISTRY), child(Type.SUPERVISOR), process(CACHE));
        assertThat(Supervisor.countChildren(system))
                .as("the number of the system's children")
                .isEqualTo(new ChildCount(3, 3, 1, 2));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Registry, database and cache come back however they end, each with its id")
    void all_children_are_permanent() {
        startSystem();

        assertThat(Specification.ofChildren(system))
                .as("how the children of the system are specified")
                .containsExactlyInAnyOrder(
                        Specification.worker("todo_process_registry"),
                        Specification.supervisor("database"),
                        Specification.worker("todo_cache"));
        assertThat(idOf(process(CACHE))).as("the id of the cache").isEqualTo("todo_cache");
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed worker is restarted alone: all others are the same processes as before")
    void a_killed_worker_is_restarted_alone() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        List<Pid<?>> others = new ArrayList<>(Running.processes());
        others.remove(worker(3));

        killWorker(3);

        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(others.size() + 1)
                .containsAll(others);
        assertThat(worker(3)).as("worker 3").isNotIn(others);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server goes on storing when every worker has been replaced")
    void servers_store_whatever_life_their_worker_is_in() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        for (int number = 0; number < 5; number++) {
            killWorker(number);
        }
        stopDatabase();
        add(bobs, "dentist");
        kill(bobs);

        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "A database that has given up is started again, and leaves cache and servers alone")
    void a_database_that_gives_up_is_restarted() {
        startSystem();
        Pid<?> cache = process(CACHE);
        Pid<Supervisor.Message> database = database();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        for (int number = 0; number < 5; number++) {
            killWorker(number);
        }
        assertThat(child(Type.SUPERVISOR)).as("the supervisor of the workers").isEqualTo(database);

        monitor(database);
        while (Running.goesOn(database)) {
            Running.kill(worker(5));
        }
        receive(Down.class);
        Running.expectToGoOn(system, 1);

        assertThat(child(Type.SUPERVISOR))
                .as("the supervisor of the workers")
                .isNotEqualTo(database);
        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
        add(bobs, "dentist");
        kill(bobs);
        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed cache comes back, takes its servers along, and leaves all others")
    void a_killed_cache_leaves_the_database() {
        startSystem();
        Pid<?> killed = process(CACHE);
        List<Pid<?>> others = new ArrayList<>(Running.processes());
        others.remove(killed);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        add(bobs, "dentist");

        kill(killed);

        assertThat(process(CACHE)).as("the process that is called todo_cache").isNotEqualTo(killed);
        assertThat(isAlive(bobs))
                .as("Bob's server is alive, though the cache that started it has ended")
                .isFalse();
        assertThat(Running.processes())
                .as("all processes: one is another, and the rest are as before")
                .hasSize(others.size() + 1)
                .containsAll(others);
        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The end of a server ends no other process, and costs no restart")
    void a_killed_server_leaves_all_others() {
        startSystem();
        List<Pid<?>> others = Running.processes();

        for (int kills = 1; kills <= 10; kills++) {
            kill(TodoCache.serverProcess("Bob's list"));
        }

        assertThat(Running.processes())
                .as("all processes: the same as before")
                .hasSameElementsAs(others);
    }

    @Test
    @Tag("task-4")
    @DisplayName("While there is no database, changes are kept, and stored with the next change")
    void changes_without_a_database_are_stored_with_the_next_one() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        Object id = idOf(child(Type.SUPERVISOR));
        Supervisor.terminateChild(system, id);

        add(bobs, "dentist");
        Supervisor.restartChild(system, id);
        add(bobs, "shopping");
        kill(bobs);

        assertThat(entries("Bob's list"))
                .as("the entries of Bob's list")
                .containsExactly(DENTIST, new Entry(2, DAY, "shopping"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed registry comes back empty: the workers live, but are not found")
    void a_killed_registry_comes_back_empty() {
        startSystem();
        Pid<?> worker = worker(3);
        Pid<?> registry = process(REGISTRY);

        kill(registry);

        assertThat(process(REGISTRY))
                .as("the process that is called todo_process_registry")
                .isNotEqualTo(registry);
        assertThat(isAlive(worker)).as("the worker is alive").isTrue();
        assertThat(ProcessRegistry.whereisName(Tuple.of("database_worker", 3)))
                .as("worker 3, as the registry knows it")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list that cannot be read does not bring the system down, however often asked")
    void a_broken_list_does_not_bring_the_system_down() {
        startSystem();
        Pid<?> cache = process(CACHE);

        for (int request = 1; request <= 10; request++) {
            assertThatExceptionOfType(Exit.class)
                    .as("asking for a list that cannot be read")
                    .isThrownBy(() -> TodoCache.serverProcess(Shelf.BROKEN_LIST))
                    .extracting(Exit::reason)
                    .isEqualTo(ExitReason.of(Shelf.BROKEN));
        }

        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("However often database and cache die, no process is left over")
    void no_process_is_left_over() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        int before = Running.processes().size();

        for (int kills = 1; kills <= 2; kills++) {
            stopDatabase();
            kill(process(CACHE));
            TodoCache.serverProcess("Bob's list");

            assertThat(Running.processes())
                    .as("processes that run: as many as before")
                    .hasSize(before);
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "Five restarts in five seconds are allowed, whichever process died; the sixth ends all")
    void the_sixth_kill_brings_the_system_down() {
        startSystem();
        for (Name<?> name : List.of(CACHE, REGISTRY, CACHE, REGISTRY, CACHE)) {
            kill(process(name));
            clock.passSeconds(1);
        }
        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();

        Running.kill(process(REGISTRY));

        assertThat(Running.goesOn(system))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(system, ExitReason.SHUTDOWN));
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Restarts that are far enough apart never end the system")
    void rare_kills_never_bring_the_system_down() {
        startSystem();

        for (int kills = 1; kills <= 20; kills++) {
            kill(process(kills % 2 == 0 ? CACHE : REGISTRY));
            clock.passSeconds(2);
        }

        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem();
        TodoCache.serverProcess("Bob's list");

        Supervisor.stop(system);

        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        SupervisorFlags flags = TodoSupervisor.flags().clock(clock);
        system = TodoSupervisor.startLink(new Shelf(), flags).pid();
        assertThat(Supervisor.getFlags(system))
                .as("the flags of the system are those that it was given, with the test's clock")
                .isEqualTo(flags);
    }

    /** Kills a process, and waits until the supervisor has done what there is to do. */
    private void kill(Pid<?> process) {
        Running.kill(process);
        Running.expectToGoOn(system, ++deaths);
    }

    private static void add(Pid<TodoServer.Message> server, String title) {
        TodoServer.addEntry(server, DAY, title);
        TodoServer.entries(server, DAY);
    }

    private static List<Entry> entries(String listName) {
        return TodoServer.entries(TodoCache.serverProcess(listName), DAY);
    }

    private static Pid<?> process(Name<?> name) {
        return Running.process(name);
    }

    private Object idOf(Pid<?> child) {
        return Supervisor.whichChildren(system).stream()
                .filter(info -> info.pid().equals(Optional.of(child)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(child + " is no child of the system"))
                .id();
    }

    private List<Pid<?>> children() {
        return Supervisor.whichChildren(system).reversed().stream()
                .<Pid<?>>map(child -> child.pid().orElseThrow(() -> noProcess(child)))
                .toList();
    }

    private Pid<?> child(Type type) {
        return Supervisor.whichChildren(system).stream()
                .filter(child -> child.type() == type)
                .findFirst()
                .flatMap(ChildInfo::pid)
                .orElseThrow(() -> new AssertionError("the system has no child of type " + type));
    }

    private static AssertionError noProcess(ChildInfo child) {
        return new AssertionError("the child " + child.id() + " has no process");
    }

    /** Kills a worker, and waits until the database has done what there is to do. */
    private void killWorker(int number) {
        Running.kill(worker(number));
        Running.expectToGoOn(database(), ++deaths);
    }

    /** Ends the database in good order, which is no reason for it not to be restarted. */
    private void stopDatabase() {
        Supervisor.stop(database());
        Running.expectToGoOn(system, ++deaths);
    }

    /** Returns the database, which is a supervisor, so that it can be asked for its children. */
    @SuppressWarnings("unchecked")
    private Pid<Supervisor.Message> database() {
        return (Pid<Supervisor.Message>) child(Type.SUPERVISOR);
    }

    private static Pid<?> worker(int number) {
        return ProcessRegistry.whereisName(Tuple.of("database_worker", number))
                .orElseThrow(() -> new AssertionError("there is no worker " + number));
    }
}
