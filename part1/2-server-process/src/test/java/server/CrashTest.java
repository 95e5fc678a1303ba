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
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;

import java.time.Duration;

/** How a server ends: task 4. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {

    private static final Duration SOON = Duration.ofSeconds(3);

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
                .isInstanceOf(Down.class);
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

        assertThat(receive(Down.class, SOON).map(Down::reason)).contains(ExitReason.SHUTDOWN);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The process that starts a server hears nothing of its end")
    void a_start_leaves_nothing_behind() {
        ServerProcess.start(new Journal());

        ProcessInfo starter = Processes.info(self()).orElseThrow();
        assertThat(starter.links()).as("what the starter is linked to").isEmpty();
        assertThat(starter.monitors()).as("what the starter monitors").isEmpty();
    }
}
