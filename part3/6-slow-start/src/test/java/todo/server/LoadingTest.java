package todo.server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.sendAfter;
import static otp.Processes.spawnMonitor;

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
import otp.Pid;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;
import todo.database.Shelf;
import todo.registry.ProcessRegistry;

import java.time.Duration;
import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadingTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final String LIST = "Bob's list";
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final ExitReason TOO_LATE = ExitReason.of(new TodoServer.TooLate(LIST, SOON));

    private final SlowDisk disk = new SlowDisk();

    @Test
    @Tag("task-1")
    @DisplayName("A server has started while the disk is still busy with its list")
    void a_server_starts_while_its_list_is_read() throws InterruptedException {
        disk.start();
        disk.hold(LIST);

        Start<TodoServer.Message> start = TodoServer.startLink(LIST);

        assertThat(start)
                .as("what comes of starting a server whose list the disk does not give")
                .isInstanceOf(Start.Ok.class);
        disk.awaitWorkWith(LIST);
        assertThat(ProcessRegistry.whereisName(Tuple.of("todo_server", LIST)))
                .as("the server that the registry has for the list")
                .contains(start.pid());
    }

    @Test
    @Tag("task-1")
    @DisplayName("The process that reads for a server ends with it")
    void the_reader_ends_with_its_server() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(LIST);
        Pid<?> reader = disk.readerOf(server);

        Running.kill(server);
        monitor(reader);

        assertThat(receive(Down.class, Duration.ofSeconds(2)))
                .as("the end of the process that read for a server that was killed")
                .isPresent();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server whose list no process can read ends as well, with the reason")
    void a_server_ends_with_its_reader() {
        disk.startWithoutDatabase();

        Start<TodoServer.Message> start = TodoServer.startLink(LIST);

        expectInCall(endOf(start), ExitReason.NOPROC);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list that cannot be read ends its server with what is wrong with it")
    void a_broken_list_ends_its_server() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(Shelf.BROKEN_LIST);
        monitor(server);

        disk.release(Shelf.BROKEN_LIST);

        assertThat(Running.awaitEnd().reason())
                .as("why the client has ended")
                .isEqualTo(ExitReason.of(Shelf.BROKEN));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A server that has no list yet says so at once")
    void a_server_that_loads_says_so() throws InterruptedException {
        disk.start();

        Pid<TodoServer.Message> server = disk.startLoading(LIST);

        assertThat(TodoServer.isReady(server)).as("the server says that it has its list").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("However many clients wait for the list, the server still says how it is")
    void waiting_clients_keep_the_server_from_nothing() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(LIST);

        for (int client = 1; client <= 100; client++) {
            spawnMonitor(() -> TodoServer.entries(server, DAY));
        }
        disk.awaitRequests(server, 100);

        assertThat(TodoServer.isReady(server)).as("the server says that it has its list").isFalse();
        exit(server, ExitReason.KILL);
        for (int client = 1; client <= 100; client++) {
            expectInCall(Running.awaitEnd().reason(), ExitReason.KILLED);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that waits for a list that cannot be read hears what is wrong with it")
    void waiting_clients_hear_of_a_broken_list() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(Shelf.BROKEN_LIST);
        spawnMonitor(() -> TodoServer.addEntry(server, DAY, "dentist"));
        disk.awaitRequests(server, 1);

        disk.release(Shelf.BROKEN_LIST);

        expectInCall(Running.awaitEnd().reason(), ExitReason.of(Shelf.BROKEN));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that waits hears it when the server is killed")
    void waiting_clients_hear_of_a_kill() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(LIST);
        spawnMonitor(() -> TodoServer.clear(server));
        disk.awaitRequests(server, 1);

        exit(server, ExitReason.KILL);

        expectInCall(Running.awaitEnd().reason(), ExitReason.KILLED);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server that waits too long for its list ends")
    void reading_ends_in_time() throws InterruptedException {
        disk.start();
        disk.hold(LIST);
        sendAfter(self(), Late.BY_THE_DEFAULT_LIMIT, TodoServer.READING_LIMIT.minus(SOON));

        TodoServer.startLink(LIST, AT_ONCE).pid();

        assertThat(endOrLate())
                .as("the end of a server whose list is not read within its own limit")
                .isEqualTo(ExitReason.of(new TodoServer.TooLate(LIST, AT_ONCE)));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Clients that ask again and again do not keep a server from ending in time")
    void requests_do_not_put_the_end_off() throws InterruptedException {
        disk.start();
        disk.hold(LIST);
        long begin = System.nanoTime();
        long pause;
        do {
            Start<TodoServer.Message> start = TodoServer.startLink(LIST, SOON);
            pause = pauseBeforeTheEnd(start.pid(), begin);
            assertThat(endOf(start)).as("why the server has ended").isEqualTo(TOO_LATE);
            disk.awaitTheNews();
        } while (pause >= SOON.toNanos());
    }

    /**
     * Asks a server until it has ended, and returns how long that was after the last request that
     * it has answered: where each request puts the end off, it is never shorter than the limit.
     */
    private static long pauseBeforeTheEnd(Pid<TodoServer.Message> server, long begin) {
        long asked = begin;
        long asks = System.nanoTime();
        while (isThere(server)) {
            asked = asks;
            asks = System.nanoTime();
            assertThat(asks - begin)
                    .as("nanoseconds for which the server reads, though it may take 50 ms")
                    .isLessThan(SECONDS.toNanos(5));
        }
        return System.nanoTime() - asked;
    }

    private static boolean isThere(Pid<TodoServer.Message> server) {
        try {
            TodoServer.isReady(server);
            return true;
        } catch (Exit ended) {
            return false;
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that waits hears that reading has taken too long, and which list it was")
    void waiting_clients_hear_that_it_took_too_long() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(LIST);
        spawnMonitor(() -> TodoServer.entries(server, DAY));
        disk.awaitRequests(server, 1);

        disk.tell(server, new TodoServer.TooLate(LIST, SOON));

        expectInCall(Running.awaitEnd().reason(), TOO_LATE);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The timer of a server that has its list by now ends nothing")
    void a_late_timer_leaves_the_server() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoaded(LIST);

        disk.tell(server, new TodoServer.TooLate(LIST, SOON));
        disk.ask(
                server,
                () -> {
                    TodoServer.addEntry(server, DAY, "dentist");
                    return true;
                });
        disk.tell(server, new TodoServer.TooLate(LIST, SOON));

        assertThat(disk.ask(server, () -> TodoServer.entries(server, DAY)))
                .as("the entries of the server")
                .hasSize(1);
        assertThat(TodoServer.isReady(server)).as("the server says that it has its list").isTrue();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A list that could not be read in time is read by the next server")
    void the_next_server_reads_again() throws InterruptedException {
        disk.start();
        Pid<TodoServer.Message> server = disk.startLoading(LIST);
        monitor(server);
        disk.tell(server, new TodoServer.TooLate(LIST, SOON));
        assertThat(Running.awaitEnd().reason()).as("why the client has ended").isEqualTo(TOO_LATE);
        disk.release(LIST);
        disk.awaitTheNews();

        Pid<TodoServer.Message> next = TodoServer.startLink(LIST).pid();

        assertThat(TodoServer.entries(next, DAY))
                .as("the entries that the next server has")
                .isEmpty();
    }

    /** A server that went by another limit would end after this, however slow the machine is. */
    private enum Late {
        BY_THE_DEFAULT_LIMIT
    }

    /** Returns why a server has ended, unless it is late. */
    private static Object endOrLate() {
        return switch (receive(
                Object.class, it -> it instanceof ExitMessage || it instanceof Late)) {
            case ExitMessage(_, ExitReason reason) -> reason;
            case Object late -> late;
        };
    }

    /** Returns why a server has ended, be it before its start was over or after. */
    private static ExitReason endOf(Start<TodoServer.Message> start) {
        return switch (start) {
            case Start.Failed<TodoServer.Message>(ExitReason reason) -> reason;
            default ->
                    receive(ExitMessage.class, Duration.ofSeconds(2))
                            .map(ExitMessage::reason)
                            .orElseThrow(
                                    () -> new AssertionError("the server waits on for its list"));
        };
    }

    private static void expectInCall(ExitReason reason, ExitReason expected) {
        assertThat(reason)
                .as("why the client has ended")
                .isInstanceOfSatisfying(
                        ExitReason.InCall.class,
                        call ->
                                assertThat(call.reason())
                                        .as("the reason for which the call has failed")
                                        .isEqualTo(expected));
    }
}
