package todo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.Sys;

import todo.StartedProcesses;
import todo.list.Entry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TodoServerTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Entry DENTIST = new Entry(1, DAY, "dentist");
    private static final String LONG = "dentist ".repeat(1_000);

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        Processes.list().stream()
                .filter(pid -> pid != self)
                .forEach(pid -> exit(pid, ExitReason.KILL));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server that was started is there, and waits for messages")
    void a_server_can_be_started() {
        assertThat(isAlive(TodoServer.start())).as("the server is alive after its start").isTrue();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A server that is told to end does so")
    void a_server_ends_when_it_is_told_to() {
        Pid<TodoServer.Message> server = TodoServer.start();
        monitor(server);

        exit(server, ExitReason.SHUTDOWN);

        assertThat(receive(Down.class, SOON))
                .as("the end of a server that was told to end")
                .isPresent();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Adding sends the entry to the server, and does not wait for it")
    void adding_is_a_cast() {
        TodoServer.addEntry(ServerThatTells.start(self()), DAY, "dentist");

        assertThat(receive(ServerThatTells.Told.class, SOON))
                .as("what was sent to the server, and came to handle and not to handleInfo")
                .contains(new ServerThatTells.Told(new TodoServer.AddEntry(DAY, "dentist"), true));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The client itself sends the entry: no process does it, so the order is kept")
    void adding_starts_no_process() {
        int started = StartedProcesses.during(() -> TodoServer.addEntry(self(), DAY, "dentist"));

        assertThat(started).as("processes that adding starts").isZero();
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what is in the mailbox once addEntry has returned")
                .contains(new TodoServer.AddEntry(DAY, "dentist"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("An entry without a date is sent as any other, or refused where all can see it")
    void no_entry_is_left_out_in_silence() {
        TodoServer.addEntry(self(), DAY, "dentist");
        receive(Object.class, SOON);

        Optional<RuntimeException> refusal = refusalOfAnEntryWithoutADate();

        if (refusal.isEmpty()) {
            assertThat(receive(Object.class, Duration.ZERO))
                    .as("what is in the mailbox once an entry without a date was not refused")
                    .contains(new TodoServer.AddEntry(null, "someday"));
        }
    }

    private static Optional<RuntimeException> refusalOfAnEntryWithoutADate() {
        try {
            TodoServer.addEntry(self(), null, "someday");
            return Optional.empty();
        } catch (RuntimeException refusal) {
            return Optional.of(refusal);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("Adding to a server that is dead goes unnoticed")
    void adding_to_the_dead_goes_unnoticed() {
        Pid<TodoServer.Message> dead = deadServer();

        TodoServer.addEntry(dead, DAY, "dentist");

        assertThat(isAlive(dead))
                .as("the killed server is alive, after a client has added an entry")
                .isFalse();
    }

    @Test
    @Tag("task-3")
    @DisplayName("The server that is given is asked, once, for the day that is given")
    void the_given_server_is_asked() {
        Pid<TodoServer.Message> server = ServerWithOneAnswer.start(DAY, List.of(DENTIST));

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries that a client gets: those that the given server has answered")
                .containsExactly(DENTIST);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A client that has its answer does not monitor the server any more")
    void asking_leaves_no_monitor() {
        TodoServer.entries(ServerWithOneAnswer.start(DAY, List.of(DENTIST)), DAY);

        assertThat(info(self()).orElseThrow().monitors()).as("what the client monitors").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Asking a server that is dead fails at once, and says that there is none")
    void asking_the_dead_fails() {
        Pid<TodoServer.Message> dead = deadServer();

        assertThatExceptionOfType(Exit.class)
                .as("asking a server that is dead: the reason is noproc")
                .isThrownBy(() -> TodoServer.entries(dead, DAY))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-3")
    @DisplayName("A client that waits for a server that is killed learns so, and gets no answer")
    void a_client_of_a_killed_server_learns_why() {
        Pid<Object> test = self();
        Pid<TodoServer.Message> server = ServerThatTells.start(test);
        spawnMonitor(() -> TodoServer.entries(server, DAY));
        if (receive() instanceof Down client) {
            throw new Exit(client.reason());
        }

        exit(server, ExitReason.KILL);

        assertThat(receive(Down.class, SOON).map(Down::reason))
                .as("why a client has ended whose server was killed")
                .hasValueSatisfying(reason ->
                        assertThat(reason.toString())
                                .as("the reason of a client whose server was killed")
                                .startsWith("killed"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A new server has nothing to do")
    void a_new_server_has_no_entries() {
        assertThat(TodoServer.entries(emptyServer(), DAY))
                .as("the entries of a new server")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("An entry that was added is there for the next client that asks")
    void an_entry_that_was_added_is_there() {
        Pid<TodoServer.Message> server = emptyServer();

        TodoServer.addEntry(server, DAY, "dentist");

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the server, after one was added")
                .containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Asking changes nothing, and entries are in the order in which they were added")
    void entries_are_kept_in_order() {
        Pid<TodoServer.Message> server = emptyServer();

        TodoServer.addEntry(server, DAY, "dentist");
        TodoServer.entries(server, DAY);
        TodoServer.addEntry(server, DAY, "shopping");
        TodoServer.addEntry(server, DAY, "cinema");

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the server, in the order in which they were added")
                .containsExactly(
                        DENTIST, new Entry(2, DAY, "shopping"), new Entry(3, DAY, "cinema"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("An answer stays as it was given, whatever the server does afterwards")
    void an_answer_never_changes() {
        Pid<TodoServer.Message> server = emptyServer();
        TodoServer.addEntry(server, DAY, "dentist");
        List<Entry> answer = TodoServer.entries(server, DAY);

        TodoServer.addEntry(server, DAY, "shopping");
        TodoServer.entries(server, DAY);

        assertThat(answer)
                .as("the entries that a client was told, when another one has been added and told")
                .containsExactly(DENTIST);
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "The server takes any entry: the same again, odd titles or none, one without a date")
    void any_entry_is_taken() {
        Pid<TodoServer.Message> server = emptyServer();

        TodoServer.addEntry(server, DAY, " Dentist ");
        TodoServer.addEntry(server, DAY, " Dentist ");
        TodoServer.addEntry(server, DAY, "");
        TodoServer.addEntry(server, DAY, LONG);
        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the server: each as it was added")
                .containsExactly(
                        new Entry(1, DAY, " Dentist "),
                        new Entry(2, DAY, " Dentist "),
                        new Entry(3, DAY, ""),
                        new Entry(4, DAY, LONG));

        GenServer.cast(server, new TodoServer.AddEntry(DAY, null));
        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the server, the last of them without a title")
                .endsWith(new Entry(5, DAY, null));

        GenServer.cast(server, new TodoServer.AddEntry(null, "someday"));
        assertThatNoException()
                .as("looking at a server that was told to add an entry without a date: it lives")
                .isThrownBy(() -> Sys.getState(server));
    }

    @Test
    @Tag("task-4")
    @DisplayName("No entry is forgotten, however many there are")
    void no_entry_is_forgotten() {
        Pid<TodoServer.Message> server = emptyServer();

        IntStream.range(0, 1_000).forEach(_ -> TodoServer.addEntry(server, DAY, "dentist"));

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of a server to which a thousand were added")
                .hasSize(1_000);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The answer has the entries of the day, and of no other")
    void the_answer_has_the_entries_of_the_day() {
        Pid<TodoServer.Message> server = emptyServer();
        TodoServer.addEntry(server, DAY.plusDays(1), "another day");
        TodoServer.addEntry(server, DAY.plusMonths(1), "another month");
        TodoServer.addEntry(server, DAY.plusYears(1), "another year");
        TodoServer.addEntry(server, DAY, "dentist");

        assertThat(TodoServer.entries(server, DAY))
                .as("the entries of the day that the client asks for")
                .containsExactly(new Entry(4, DAY, "dentist"));
        assertThat(TodoServer.entries(server, DAY.plusDays(1)))
                .as("the entries of the day after")
                .containsExactly(new Entry(1, DAY.plusDays(1), "another day"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The server does all by itself: it starts no process to handle a message")
    void handling_starts_no_process() {
        Pid<TodoServer.Message> server = emptyServer();

        int started =
                StartedProcesses.during(() -> {
                    TodoServer.addEntry(server, DAY, "dentist");
                    TodoServer.entries(server, DAY);
                });

        assertThat(started).as("processes that adding and asking start").isZero();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Two servers share nothing")
    void two_servers_share_nothing() {
        Pid<TodoServer.Message> bobs = emptyServer();
        Pid<TodoServer.Message> alices = emptyServer();

        TodoServer.addEntry(bobs, DAY, "dentist");

        assertThat(TodoServer.entries(bobs, DAY))
                .as("the entries of Bob's server")
                .containsExactly(DENTIST);
        assertThat(TodoServer.entries(alices, DAY))
                .as("the entries of Alice's server: nothing was added to it")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server that cannot answer crashes, and the waiting client learns why")
    void a_server_that_cannot_answer_crashes() {
        Pid<TodoServer.Message> server = emptyServer();
        GenServer.cast(server, new TodoServer.AddEntry(null, "someday"));

        assertThatExceptionOfType(Exit.class)
                .as("what ends the server reaches the client: nothing is caught in handle")
                .isThrownBy(() -> TodoServer.entries(server, DAY))
                .withCauseInstanceOf(NullPointerException.class);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The crash of one server leaves the other as it was")
    void the_crash_of_one_leaves_the_other() {
        Pid<TodoServer.Message> bobs = emptyServer();
        Pid<TodoServer.Message> alices = emptyServer();
        TodoServer.addEntry(alices, DAY, "dentist");

        monitor(bobs);
        exit(bobs, ExitReason.KILL);
        receive(Down.class);

        assertThat(TodoServer.entries(alices, DAY))
                .as("the entries of Alice's server, after the end of Bob's")
                .containsExactly(DENTIST);
    }

    /** Has been asked once before, by a client that waits no longer than three seconds. */
    private static Pid<TodoServer.Message> emptyServer() {
        Pid<TodoServer.Message> server = TodoServer.start();
        spawnMonitor(() -> TodoServer.entries(server, DAY));
        Optional<Down> client = receive(Down.class, SOON);
        assertThat(client)
                .as("asking is answered: handle returns what reply(...) gives")
                .isPresent();
        client.map(Down::reason)
                .filter(reason -> !reason.equals(ExitReason.NORMAL))
                .ifPresent(reason -> {
                    throw new Exit(reason);
                });
        return server;
    }

    private static Pid<TodoServer.Message> deadServer() {
        Pid<TodoServer.Message> server = TodoServer.start();
        monitor(server);
        exit(server, ExitReason.KILL);
        receive(Down.class);
        return server;
    }
}
