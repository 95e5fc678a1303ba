package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Down;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Supervisor.ChildCount;

import todo.EndEveryProcess;
import todo.Running;
import todo.Specification;
import todo.TrapsExits;
import todo.database.Database;
import todo.database.Shelf;
import todo.list.Entry;
import todo.registry.ProcessRegistry;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerSupervisorTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);

    private final Shelf shelf = new Shelf();
    private Pid<DynamicSupervisor.Message> supervisor;

    @Test
    @Tag("task-2")
    @DisplayName("The supervisor is found under its name, and begins without servers")
    void it_begins_without_servers() {
        startSupervisor();

        assertThat(whereis(ServerSupervisor.NAME))
                .as("the process that is called todo_server_supervisor")
                .contains(supervisor);
        assertThat(servers()).as("servers that run").isZero();
        assertThat(Running.links(supervisor))
                .as("what the supervisor is linked to")
                .contains(self());
    }

    @Test
    @Tag("task-2")
    @DisplayName("There is one supervisor at a time: its name and its link come with the start")
    void there_is_one_supervisor_at_a_time() {
        startSupervisor();
        List<Pid<?>> before = Running.processes();

        assertThat(ServerSupervisor.startLink())
                .as("what comes of starting the supervisor again")
                .isEqualTo(new Start.AlreadyStarted<>(supervisor));

        assertThat(Running.processes()).as("all processes: the same as before").isEqualTo(before);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that starts the supervisor does not trap exits because of it")
    void a_start_does_not_have_its_caller_trap_exits() {
        assertThat(TrapsExits.after(() -> ServerSupervisor.startLink().pid()))
                .as("the process traps exits after the start")
                .isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The supervisor allows any number of servers")
    void the_supervisor_has_no_limit_of_servers() {
        startSupervisor();

        assertThat(DynamicSupervisor.getFlags(supervisor).maxChildren())
                .as("servers that the supervisor allows")
                .isEqualTo(DynamicSupervisorFlags.oneForOne().maxChildren());
    }

    @Test
    @Tag("task-2")
    @DisplayName("The server of a list is started on demand, linked to the supervisor")
    void a_server_is_started_on_demand() {
        startSupervisor();

        Pid<TodoServer.Message> bobs = ServerSupervisor.startChild("Bob's list").pid();

        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .contains(bobs);
        assertThat(servers()).as("servers that run").isEqualTo(1);
        assertThat(Running.links(bobs))
                .as("what Bob's server is linked to")
                .containsExactly(supervisor);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server is a temporary worker named by its list, with five seconds to shut down")
    void a_server_is_a_temporary_worker() {
        startSupervisor();

        Pid<TodoServer.Message> bobs = ServerSupervisor.startChild("Bob's list").pid();

        assertThat(Specification.ofChild(supervisor, bobs))
                .as("how the server of Bob's list is specified")
                .isEqualTo(Specification.worker("Bob's list").temporary());
    }

    @Test
    @Tag("task-2")
    @DisplayName("There may be any number of servers")
    void there_may_be_any_number_of_servers() {
        startSupervisor();

        IntStream.rangeClosed(1, 100).forEach(i -> ServerSupervisor.startChild("list " + i).pid());

        assertThat(servers()).as("servers that run").isEqualTo(100);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Where a list has a server, no other is started, and the one it has is named")
    void a_list_has_one_server() {
        startSupervisor();
        Pid<TodoServer.Message> bobs = ServerSupervisor.startChild("Bob's list").pid();

        assertThat(ServerSupervisor.startChild("Bob's list"))
                .as("what comes of starting a server for Bob's list again")
                .isEqualTo(new Start.AlreadyStarted<>(bobs));

        assertThat(servers()).as("servers that run").isEqualTo(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server lives on when the client that asked for it has ended, even by a crash")
    void a_server_outlives_its_client() {
        startSupervisor();

        spawnMonitor(() -> {
            ServerSupervisor.startChild("Bob's list").pid();
            exit(self(), ExitReason.of("ill"));
        });

        assertThat(receive(Down.class).reason())
                .as("why the process has ended")
                .isEqualTo(ExitReason.of("ill"));
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .isPresent();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server that was killed, or has stopped, is forgotten and not restarted")
    void a_server_that_has_ended_is_forgotten() {
        startSupervisor();
        Pid<TodoServer.Message> bobs = ServerSupervisor.startChild("Bob's list").pid();
        Pid<TodoServer.Message> alices = ServerSupervisor.startChild("Alice's list").pid();

        Running.kill(bobs);
        GenServer.stop(alices);

        assertThat(servers()).as("servers that run").isZero();
        assertThat(TodoServer.whereis("Bob's list"))
                .as("the server that is found for Bob's list")
                .isEmpty();
        assertThat(TodoServer.whereis("Alice's list"))
                .as("the server that is found for Alice's list")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The next server of a list begins with what the killed one has stored")
    void the_next_server_has_the_list() {
        startSupervisor();
        Pid<TodoServer.Message> killed = ServerSupervisor.startChild("Bob's list").pid();
        TodoServer.addEntry(killed, DAY, "dentist");
        TodoServer.entries(killed, DAY);

        Running.kill(killed);

        Pid<TodoServer.Message> next = ServerSupervisor.startChild("Bob's list").pid();
        assertThat(next).as("the next server").isNotEqualTo(killed);
        assertThat(TodoServer.entries(next, DAY))
                .as("the entries that the next server has")
                .containsExactly(new Entry(1, DAY, "dentist"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list whose server dies again and again costs no other list its server")
    void one_bad_list_costs_no_other_its_server() {
        startSupervisor();
        Pid<TodoServer.Message> alices = ServerSupervisor.startChild("Alice's list").pid();

        for (int kills = 1; kills <= 10; kills++) {
            Running.kill(ServerSupervisor.startChild("Bob's list").pid());
        }

        assertThat(servers()).as("servers that run").isEqualTo(1);
        assertThat(TodoServer.whereis("Alice's list"))
                .as("the server that is found for Alice's list")
                .contains(alices);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A list that cannot be read fails the client that asks, and is not tried again")
    void a_broken_list_is_not_tried_again() {
        startSupervisor();

        for (int request = 1; request <= 10; request++) {
            assertThat(ServerSupervisor.startChild(Shelf.BROKEN_LIST))
                    .as("what comes of starting a server for the broken list")
                    .isEqualTo(new Start.Failed<>(ExitReason.of(Shelf.BROKEN)));
        }

        assertThat(shelf.readings(Shelf.BROKEN_LIST))
                .as("servers that have begun to read the list in ten requests")
                .isEqualTo(10);
        assertThat(isAlive(supervisor)).as("the supervisor is alive").isTrue();
        assertThat(DynamicSupervisor.countChildren(supervisor))
                .as("the children of the servers' supervisor")
                .isEqualTo(new ChildCount(0, 0, 0, 0));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A supervisor that is stopped takes its servers along")
    void a_stopped_supervisor_takes_its_servers_along() {
        startSupervisor();
        List<Pid<TodoServer.Message>> started =
                Stream.of("Bob's list", "Alice's list")
                        .map(listName -> ServerSupervisor.startChild(listName).pid())
                        .toList();

        DynamicSupervisor.stop(supervisor);

        assertThat(started).as("the servers that were started").noneMatch(Processes::isAlive);
    }

    /** Starts a supervisor, and what servers need. */
    private void startSupervisor() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
        Database.startLink(shelf).pid();
        supervisor = ServerSupervisor.startLink().pid();
    }

    /** Counts the servers that run, after the supervisor has heard of all that have ended. */
    private int servers() {
        return DynamicSupervisor.countChildren(supervisor).active();
    }
}
