package todo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import todo.EndEveryProcess;
import todo.Running;
import todo.cache.TodoCache;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.server.TodoServer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final Name<?> CACHE = new Name<>("todo_cache");
    private static final Name<?> DATABASE = new Name<>("database_server");

    private final SettableClock clock = new SettableClock();
    private Pid<Supervisor.Message> system;
    private int deaths;

    @Test
    @DisplayName("The database is started before the cache that needs it")
    void the_database_comes_before_the_cache() {
        startSystem();

        assertThat(Supervisor.whichChildren(system).reversed())
                .as("the children as they were started: database, cache")
                .extracting(ChildInfo::pid)
                .containsExactly(Optional.of(process(DATABASE)), Optional.of(process(CACHE)));
    }

    @Test
    @DisplayName("A killed database comes back, and leaves the cache and its servers as they were")
    void a_killed_database_leaves_the_cache_and_its_servers() {
        startSystem();
        Pid<?> cache = process(CACHE);
        Pid<?> killed = process(DATABASE);
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        kill(killed);

        assertThat(process(DATABASE))
                .as("the process that is called database_server")
                .isNotEqualTo(killed);
        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
        assertThat(TodoCache.serverProcess("Bob's list"))
                .as("the server that a client gets for Bob's list")
                .isEqualTo(bobs);
        assertThat(isAlive(bobs)).as("Bob's server is alive").isTrue();
    }

    @Test
    @DisplayName("A server that outlived its database stores in the next one")
    void a_server_that_outlived_its_database_stores_in_the_next_one() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");

        kill(process(DATABASE));
        add(bobs, "dentist");
        kill(bobs);

        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @DisplayName("A killed cache comes back, takes its servers along, and leaves the database")
    void a_killed_cache_leaves_the_database() {
        startSystem();
        Pid<?> killed = process(CACHE);
        Pid<?> database = process(DATABASE);
        List<Pid<?>> workers = workers();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        add(bobs, "dentist");

        kill(killed);

        assertThat(process(CACHE)).as("the process that is called todo_cache").isNotEqualTo(killed);
        assertThat(isAlive(bobs))
                .as("Bob's server is alive, though the cache that started it has ended")
                .isFalse();
        assertThat(process(DATABASE))
                .as("the process that is called database_server")
                .isEqualTo(database);
        assertThat(workers())
                .as("the workers: the same as before")
                .containsExactlyInAnyOrderElementsOf(workers);
        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @DisplayName("The end of a server ends no other process, and costs no restart")
    void a_killed_server_leaves_all_others() {
        startSystem();
        Pid<?> cache = process(CACHE);
        Pid<?> database = process(DATABASE);

        for (int kills = 1; kills <= 10; kills++) {
            kill(TodoCache.serverProcess("Bob's list"));
        }

        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
        assertThat(process(DATABASE))
                .as("the process that is called database_server")
                .isEqualTo(database);
    }

    @Test
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
    @DisplayName("While the database is down, lists that have a server can still be read")
    void lists_are_served_while_the_database_is_down() {
        startSystem();
        add(TodoCache.serverProcess("Bob's list"), "dentist");

        Supervisor.terminateChild(system, idOf(process(DATABASE)));

        assertThat(whereis(DATABASE))
                .as("the process that is called database_server, which was stopped")
                .isEmpty();
        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @DisplayName("While the database is down, a change costs its server's life, and is lost")
    void a_change_is_lost_while_the_database_is_down() {
        startSystem();
        Pid<TodoServer.Message> bobs = TodoCache.serverProcess("Bob's list");
        add(bobs, "dentist");
        // A worker that is ended with its database writes nothing more.
        Database.get("Bob's list");
        Object id = idOf(process(DATABASE));
        Supervisor.terminateChild(system, id);

        monitor(bobs);
        TodoServer.addEntry(bobs, DAY, "shopping");
        receive(Down.class);
        Supervisor.restartChild(system, id);

        assertThat(entries("Bob's list")).as("the entries of Bob's list").containsExactly(DENTIST);
    }

    @Test
    @DisplayName("A killed worker still takes the database and all other workers along")
    void a_killed_worker_takes_all_others_along() {
        startSystem();
        Pid<?> cache = process(CACHE);
        Pid<?> database = process(DATABASE);
        List<Pid<?>> workers = workers();

        monitor(database);
        kill(workers.getFirst());
        receive(Down.class);
        Running.expectToGoOn(system, deaths);

        assertThat(process(DATABASE))
                .as("the process that is called database_server")
                .isNotEqualTo(database);
        assertThat(workers())
                .as("the workers: as many as before, and all of them are others")
                .hasSameSizeAs(workers)
                .doesNotContainAnyElementsOf(workers);
        assertThat(process(CACHE)).as("the process that is called todo_cache").isEqualTo(cache);
    }

    @Test
    @DisplayName("However often database and cache die, no process is left over")
    void no_process_is_left_over() {
        startSystem();
        TodoCache.serverProcess("Bob's list");
        int before = Running.processes().size();

        for (int kills = 1; kills <= 2; kills++) {
            kill(process(DATABASE));
            kill(process(CACHE));
            TodoCache.serverProcess("Bob's list");

            assertThat(Running.processes())
                    .as("processes that run: as many as before")
                    .hasSize(before);
        }
    }

    @Test
    @DisplayName(
            "Five restarts in five seconds are allowed, whichever process died; the sixth ends all")
    void the_sixth_kill_brings_the_system_down() {
        startSystem();
        for (Name<?> name : List.of(CACHE, DATABASE, CACHE, DATABASE, CACHE)) {
            kill(process(name));
            clock.passSeconds(1);
        }
        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();

        Running.kill(process(DATABASE));

        assertThat(Running.goesOn(system))
                .as("the supervisor goes on after six deaths in five seconds")
                .isFalse();
        assertThat(receive(ExitMessage.class))
                .as("the message that the end of the supervisor sends")
                .isEqualTo(new ExitMessage(system, ExitReason.SHUTDOWN));
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @DisplayName("Restarts that are far enough apart never end the system")
    void rare_kills_never_bring_the_system_down() {
        startSystem();

        for (int kills = 1; kills <= 20; kills++) {
            kill(process(kills % 2 == 0 ? CACHE : DATABASE));
            clock.passSeconds(2);
        }

        assertThat(isAlive(system)).as("the system's supervisor is alive").isTrue();
    }

    @Test
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

    private List<Pid<?>> workers() {
        return Running.links(process(DATABASE)).stream().filter(pid -> pid != system).toList();
    }
}
