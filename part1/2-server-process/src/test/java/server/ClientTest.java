package server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import todo.StartedProcesses;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the interface functions do, which run in the process of the client: tasks 1 and 2. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientTest {

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        Processes.list().stream()
                .filter(pid -> pid != self)
                .forEach(pid -> exit(pid, ExitReason.KILL));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cast is a message with what the server is told, and returns at once")
    void a_cast_is_sent_and_not_waited_for() {
        ServerProcess.cast(self(), "buy milk");

        assertThat(receive())
                .as("the message that a cast puts into the server's mailbox")
                .isEqualTo(new Request.Cast("buy milk"));
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what else a cast puts into the server's mailbox: it sends one message")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("The client itself sends the cast: no process does it, so the order is kept")
    void a_cast_starts_no_process() {
        int started = StartedProcesses.during(() -> ServerProcess.cast(self(), "buy milk"));

        assertThat(started).as("processes that a cast starts").isZero();
        assertThat(receive(Request.class, Duration.ZERO))
                .as("what is in the mailbox once the cast has returned")
                .contains(new Request.Cast("buy milk"));
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "A call tells the server the question and the caller's pid, and returns the answer")
    void a_call_returns_the_answer() {
        Pid<Request> server = spawn(ClientTest::answerOneCall);

        assertThat(ServerProcess.call(server, "milk?"))
                .as("what a call returns: the answer to the client's question, sent to its pid")
                .isEqualTo("milk? for " + self());
    }

    @Test
    @Tag("task-2")
    @DisplayName("A call waits for the answer, and leaves what else arrives in the mailbox")
    void a_call_takes_nothing_but_the_answer() {
        Pid<Request> server = spawn(ClientTest::answerOneCall);
        send(self(), "news");

        assertThat(ServerProcess.call(server, "milk?"))
                .as("what a call returns: the answer, and not an older message in the mailbox")
                .isEqualTo("milk? for " + self());
        assertThat(receive())
                .as("what is left in the client's mailbox after the call")
                .isEqualTo("news");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A call leaves other messages in their order: none is taken and put back")
    void a_call_leaves_other_messages_in_their_order() {
        Pid<Request> dead = deadServer();
        send(self(), "older");
        send(self(), new Answer("milk"));
        send(self(), "newer");

        ServerProcess.call(dead, "milk?");

        assertThat(List.of(receive(), receive()))
                .as("what is left in the client's mailbox, around the answer that was taken")
                .containsExactly("older", "newer");
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "A call returns the value of the answer, whatever it is: an exception is not thrown")
    void a_call_returns_whatever_the_answer_is() {
        Pid<Request> dead = deadServer();

        for (Object value : List.of(new IllegalStateException("no milk"), Optional.of("milk"))) {
            send(self(), new Answer(value));
            assertThat(ServerProcess.call(dead, "milk?"))
                    .as("what a call returns: the value of the answer that is in the mailbox")
                    .isEqualTo(value);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("A cast to a dead server is lost, and the client does not fail")
    void a_cast_to_the_dead_is_lost() {
        Pid<Request> dead = deadServer();

        assertThatNoException()
                .as("casting to a server that has ended")
                .isThrownBy(() -> ServerProcess.cast(dead, "buy milk"));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A call waits for an answer, even if the server is dead, and does not ask whether")
    void a_call_to_the_dead_waits_for_an_answer() {
        Pid<Request> dead = deadServer();
        Pid<Object> test = self();
        Pid<Object> client =
                spawn(() -> {
                    receive(String.class);
                    send(test, ServerProcess.call(dead, "milk?"));
                });
        monitor(client);

        send(client, "begin");
        send(client, new Answer("forged"));

        assertThat(receive())
                .as("what is heard of a client that asked the dead, and was sent an answer")
                .isEqualTo("forged");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A call is two messages: it starts no process, and leaves no monitor behind")
    void a_call_leaves_nothing_behind() {
        Pid<Request> server =
                spawn(() -> {
                    answerOneCall();
                    receive(String.class);
                });

        int started = StartedProcesses.during(() -> ServerProcess.call(server, "milk?"));

        assertThat(started).as("processes that a call starts").isZero();
        assertThat(Processes.info(self()).orElseThrow().monitors())
                .as("what the client monitors after the call")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A call waits on when the server dies, for it is not linked to it meanwhile")
    void a_server_that_dies_does_not_take_its_client_along() {
        Pid<Object> test = self();
        Pid<Request> server =
                spawn(() -> {
                    receive(Request.Call.class);
                    send(test, "asked");
                    receive(String.class);
                });
        Pid<Object> client =
                spawn(() -> {
                    receive(String.class);
                    send(test, ServerProcess.call(server, "milk?"));
                });
        monitor(client);
        send(client, "begin");
        assertThat(receive()).as("what is heard of a client that asks").isEqualTo("asked");
        monitor(server);
        exit(server, ExitReason.KILL);
        receive(Down.class, down -> down.process() == server);

        send(client, new Answer("forged"));

        assertThat(receive())
                .as("what is heard of a client whose server was killed, and that got an answer")
                .isEqualTo("forged");
    }

    private static void answerOneCall() {
        Request.Call call = receive(Request.Call.class);
        send(call.client(), new Answer(call.question() + " for " + call.client()));
    }

    private static Pid<Request> deadServer() {
        Pid<Request> server = spawn(() -> {});
        monitor(server);
        receive(Down.class);
        return server;
    }
}
