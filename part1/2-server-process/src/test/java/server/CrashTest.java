package server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
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
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;

import java.time.Duration;
import java.util.List;

/** How a server ends: task 4. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Started(Pid<Request> server, Pid<?> starter) {}

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        Processes.list().stream()
                .filter(pid -> pid != self)
                .forEach(pid -> exit(pid, ExitReason.KILL));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A callback that throws ends the server: it does not go on with a broken state")
    void a_callback_that_throws_ends_the_server() {
        Pid<Request> server = ServerProcess.start(new Journal());
        monitor(server);

        ServerProcess.cast(server, Journal.POISON);
        send(server, new Request.Call("are you still there?", self()));

        assertThat(receive())
                .as("what a client hears of a server whose callback threw: its end, and no answer")
                .isInstanceOfSatisfying(
                        Down.class,
                        down ->
                                assertThat(down.reason())
                                        .as("why the server has ended: it has crashed")
                                        .isNotEqualTo(ExitReason.NORMAL));
    }

    @Test
    @Tag("task-4")
    @DisplayName("An error in a callback ends the server as well: nothing that is thrown is caught")
    void an_error_in_a_callback_ends_the_server() {
        Pid<Request> server = ServerProcess.start(new Journal());
        monitor(server);

        ServerProcess.cast(server, Journal.STRONG_POISON);
        send(server, new Request.Call("are you still there?", self()));

        assertThat(receive())
                .as("what a client hears of a server whose callback threw an error: its end")
                .isInstanceOf(Down.class);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server whose init throws has no state to begin with: it ends")
    void an_init_that_throws_ends_the_server() {
        Pid<Object> test = self();
        Pid<Request> server = ServerProcess.start(new FailingInit(test));
        receive(String.class);
        monitor(server);

        send(server, new Request.Call("are you still there?", self()));

        assertThat(receive())
                .as("what a client hears of a server whose init threw: its end, and no answer")
                .isInstanceOf(Down.class);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server outlives the process that has started it")
    void a_server_outlives_its_starter() {
        Pid<Object> test = self();
        spawnMonitor(() -> {
            send(test, new Started(ServerProcess.start(new Journal()), self()));
            receive(String.class);
        });
        Object heard = receive();
        if (heard instanceof Down down) {
            throw new Exit(down.reason());
        }
        Pid<Request> server = ((Started) heard).server();
        exit(((Started) heard).starter(), ExitReason.KILL);
        receive(Down.class);
        monitor(server);

        ServerProcess.cast(server, "milk");
        send(server, new Request.Call("all?", self()));

        assertThat(receive())
                .as("what is heard of a server whose starter was killed, after a cast and a call")
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer ->
                                assertThat(answer.value())
                                        .as("the answer of a server whose starter was killed")
                                        .isEqualTo(List.of(server, "milk")));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The process that started a server lives on when the server crashes")
    void a_crash_leaves_the_starter_alone() {
        Pid<Object> test = self();
        spawnMonitor(() -> {
            Pid<Request> server = ServerProcess.start(new Journal());
            monitor(server);
            ServerProcess.cast(server, Journal.POISON);
            receive(Down.class);
            send(test, "alive");
        });

        assertThat(receive(Object.class, SOON))
                .as("what is heard of a process whose server has crashed")
                .contains("alive");
    }

    @Test
    @Tag("task-4")
    @DisplayName("A question over which a callback throws ends the server, and is not answered")
    void a_question_that_cannot_be_handled_ends_the_server() {
        Pid<Request> server = ServerProcess.start(new Journal());
        monitor(server);

        send(server, new Request.Call(Journal.POISON, self()));

        assertThat(receive())
                .as("what a client hears of a server whose callback threw: its end, and no answer")
                .isInstanceOf(Down.class);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server that is told from outside to end does so, as every process")
    void an_exit_signal_ends_the_server() {
        Pid<Request> server = ServerProcess.start(new Journal());
        ServerProcess.call(server, "are you there?");
        monitor(server);

        exit(server, ExitReason.SHUTDOWN);

        assertThat(receive(Down.class, SOON).map(Down::reason))
                .as("why the server has ended: the reason that it was given")
                .contains(ExitReason.SHUTDOWN);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The process that starts a server hears nothing of its end")
    void a_start_leaves_nothing_behind() {
        ServerProcess.start(new Journal());

        ProcessInfo starter = Processes.info(self()).orElseThrow();
        assertThat(starter.links())
                .as("processes whose end would be the end of the starter")
                .isEmpty();
        assertThat(starter.monitors()).as("what the starter monitors").isEmpty();
    }
}
