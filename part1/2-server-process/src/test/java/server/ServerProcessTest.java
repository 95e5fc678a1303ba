package server;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
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
import otp.Processes;

import todo.StartedProcesses;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerProcessTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private record Forwarded(Object answer) {}

    private record Started(Pid<Request> server) {}

    @AfterEach
    void end_every_process() {
        Pid<?> self = self();
        Processes.list().stream()
                .filter(pid -> pid != self)
                .forEach(pid -> exit(pid, ExitReason.KILL));
    }

    @Test
    @Tag("task-3")
    @DisplayName("Serving a cast gives the state that the callback returns")
    void a_cast_changes_the_state() {
        List<Object> next = ServerProcess.serve(new Request.Cast("b"), List.of("a"), new Journal());

        assertThat(next)
                .as("the next state: what handleCast returns for the cast")
                .containsExactly("a", "b");
    }

    @Test
    @Tag("task-3")
    @DisplayName("Serving a call sends the client the answer, and gives the state from now on")
    void a_call_is_answered_and_changes_the_state() {
        Request call = new Request.Call("b", anotherClient());

        List<Object> next = ServerProcess.serve(call, List.of("a"), new Journal());

        assertThat(receive(Forwarded.class, SOON).map(Forwarded::answer))
                .as("the answer that was sent to the client, which is another process")
                .contains(List.of("a"));
        assertThat(next)
                .as("the next state: the one in the Reply to the call")
                .containsExactly("a", "b");
    }

    @Test
    @Tag("task-3")
    @DisplayName("A request is handled once, and a call is answered once")
    void a_request_is_handled_once() {
        Recorder callbacks = new Recorder();

        ServerProcess.serve(new Request.Cast("milk"), "", callbacks);
        ServerProcess.serve(new Request.Call("milk?", self()), "", callbacks);

        assertThat(callbacks.handled())
                .as("what the callbacks have handled: the cast once, and the call once")
                .containsExactly("milk", "milk?");
        assertThat(receive(Answer.class, Duration.ZERO).map(Answer::value))
                .as("the answer that was sent to the client of the call")
                .contains("yes");
        assertThat(receive(Object.class, Duration.ZERO))
                .as("what else has come to the client of the call")
                .isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A call is handled even if its client has ended: what it asks for may be a change")
    void a_call_of_a_client_that_has_ended_is_handled() {
        Pid<Answer> ended = spawn(() -> {});
        monitor(ended);
        receive(Down.class);

        List<Object> next =
                ServerProcess.serve(new Request.Call("b", ended), List.of("a"), new Journal());

        assertThat(next)
                .as("the next state: the one in the Reply to the call, whose client has ended")
                .containsExactly("a", "b");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The server itself sends the answer: no process does it, so the order is kept")
    void serving_starts_no_process() {
        Request call = new Request.Call("milk?", self());

        int started = StartedProcesses.during(() -> ServerProcess.serve(call, "", new Recorder()));

        assertThat(started).as("processes that serving a call starts").isZero();
        assertThat(receive(Answer.class, Duration.ZERO).map(Answer::value))
                .as("the answer that was sent to the client of the call")
                .contains("yes");
    }

    @Test
    @Tag("task-3")
    @DisplayName("The next state is what the callback returns, whatever that is, even null")
    void the_next_state_is_what_the_callback_returns() {
        Recorder callbacks = new Recorder();

        assertThat(ServerProcess.serve(new Request.Cast("milk"), "before", callbacks))
                .as("the next state after a cast: the null that handleCast returns")
                .isNull();
        assertThat(ServerProcess.serve(new Request.Call("milk?", self()), "before", callbacks))
                .as("the next state after a call: the null in its Reply")
                .isNull();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Init runs in the server's process, and gives the first state")
    void init_runs_in_the_process_of_the_server() {
        Pid<Request> server = start(new Journal());

        assertThat(ServerProcess.call(server, "who are you?"))
                .as("the process in which init ran, where %s is the client", self())
                .isEqualTo(List.of(server));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Starting does not wait for init")
    void start_does_not_wait_for_init() {
        start(new Journal());
        Pid<Object> test = self();

        spawn(() -> send(test, new Started(ServerProcess.start(new SlowInit()))));

        Optional<Started> started = receive(Started.class, SOON);
        assertThat(started).as("the pid that start returns while init still runs").isPresent();
        sendAnything(started.get().server(), SlowInit.SIGNAL);
        assertThat(ServerProcess.call(started.get().server(), "milk?"))
                .as("the answer of the server, whose state is what init has returned at last")
                .isEqualTo(SlowInit.SIGNAL);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Init runs once, with the start: it waits for no request")
    void init_waits_for_no_request() {
        Pid<Object> test = self();

        Pid<Request> server = ServerProcess.start(new TellingInit(test));

        assertThat(receive(String.class, SOON))
                .as("the message that init sends")
                .contains(TellingInit.BEGUN);
        ServerProcess.call(server, "milk?");
        assertThat(receive(String.class, Duration.ZERO))
                .as("another message that init sends")
                .isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("A message that is no request ends no server, and stays in the mailbox")
    void what_is_no_request_stays_in_the_mailbox() {
        Pid<Request> server = start(new Journal());
        monitor(server);

        sendAnything(server, Journal.NEWS);
        ServerProcess.cast(server, "milk");
        send(server, new Request.Call(Journal.ANY_NEWS, self()));

        assertThat(receive())
                .as("what is heard of a server that was sent news before two requests")
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer ->
                                assertThat(answer.value())
                                        .as("what init finds in its mailbox")
                                        .isEqualTo(Optional.of(Journal.NEWS)));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Messages that are no requests keep their order: none is taken and put back")
    void what_is_no_request_keeps_its_place() {
        Pid<Request> server = start(new Journal());
        send(server, new Request.Cast(Journal.WAIT_FOR_NEWS));

        sendAnything(server, 1);
        send(server, new Request.Call(Journal.ANY_NUMBER, self()));
        sendAnything(server, 2);
        sendAnything(server, Journal.NEWS);

        assertThat(receive(Answer.class).value())
                .as("the first number in the mailbox of a server that was sent 1, and then 2")
                .isEqualTo(Optional.of(1));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The state is kept from one request to the next, in the order of the requests")
    void the_state_is_kept_between_requests() {
        Pid<Request> server = start(new Journal());

        ServerProcess.cast(server, "milk");
        ServerProcess.call(server, "is that all?");
        ServerProcess.cast(server, "bread");

        assertThat(ServerProcess.call(server, "and now?"))
                .as("the state of the server: its own pid, and the three requests in their order")
                .isEqualTo(List.of(server, "milk", "is that all?", "bread"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Requests are served in the order in which they arrived, casts and calls alike")
    void requests_are_served_in_the_order_of_their_arrival() {
        Pid<Request> server = start(new Journal());
        send(server, new Request.Cast(Journal.WAIT_FOR_NEWS));

        ServerProcess.cast(server, "milk");
        send(server, new Request.Call("first?", self()));
        ServerProcess.cast(server, "bread");
        send(server, new Request.Call("second?", self()));
        sendAnything(server, Journal.NEWS);

        assertThat(receive(Answer.class).value())
                .as("the answer to the first call: the state after one cast")
                .isEqualTo(List.of(server, "milk"));
        assertThat(receive(Answer.class).value())
                .as("the answer to the second call: the state after all earlier requests")
                .isEqualTo(List.of(server, "milk", "first?", "bread"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("A server whose state is null goes on: what a state means is for the callbacks")
    void a_server_serves_on_with_null() {
        expectAnswers();
        Pid<Request> server = ServerProcess.start(new Recorder());
        monitor(server);

        ServerProcess.cast(server, "milk");
        send(server, new Request.Call("milk?", self()));

        assertThat(receive())
                .as("what is heard of a server that keeps null")
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer ->
                                assertThat(answer.value())
                                        .as("the answer of a server whose state is null")
                                        .isEqualTo("yes"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Two servers share nothing, even if their callbacks are the same object")
    void two_servers_share_nothing() {
        Journal callbacks = new Journal();
        Pid<Request> bobs = start(callbacks);
        Pid<Request> alices = start(callbacks);
        ServerProcess.call(alices, "are you there?");

        ServerProcess.cast(bobs, "milk");

        assertThat(ServerProcess.call(bobs, "all?"))
                .as("the state of Bob's server: it has Bob's requests alone")
                .isEqualTo(List.of(bobs, "milk"));
        assertThat(ServerProcess.call(alices, "all?"))
                .as("the state of Alice's server: it has Alice's requests alone")
                .isEqualTo(List.of(alices, "are you there?"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("Requests of twenty clients at once are served one at a time: none gets lost")
    void requests_are_served_one_at_a_time() {
        Pid<Request> server = start(new Journal());

        IntStream.range(0, 20).forEach(_ -> spawnMonitor(() -> castTwentyTimes(server)));
        IntStream.range(0, 20)
                .forEach(_ ->
                        assertThat(receive(Down.class).reason())
                                .as("why a client has ended that sent twenty casts")
                                .isEqualTo(ExitReason.NORMAL));

        List<?> kept = (List<?>) ServerProcess.call(server, "all?");
        assertThat(kept).as("init's process and 400 casts").hasSize(1 + 20 * 20);
    }

    @Test
    @Tag("task-4")
    @DisplayName(
            "A server serves for ever: a hundred thousand requests take no more stack than one")
    void serving_for_ever_takes_no_stack() {
        expectAnswers();
        Pid<Request> server = ServerProcess.start(new Tally());
        monitor(server);

        IntStream.range(0, 100_000).forEach(_ -> ServerProcess.cast(server, "one more"));
        send(server, new Request.Call("how many?", self()));

        assertThat(receive())
                .as("what a client hears after 100 000 casts: an answer, and not the server's end")
                .isInstanceOfSatisfying(
                        Answer.class,
                        answer ->
                                assertThat(answer.value())
                                        .as("casts that the server has counted")
                                        .isEqualTo(100_000));
    }

    private static Pid<Request> start(Journal callbacks) {
        expectAnswers();
        return ServerProcess.start(callbacks);
    }

    /** A server that sends no answers would have every client wait for ever. */
    private static void expectAnswers() {
        Request call = new Request.Call("milk?", anotherClient());
        ServerProcess.serve(call, List.of(), new Journal());
        assertThat(receive(Forwarded.class, SOON))
                .as("the answer that was sent to the client of a call")
                .isPresent();
    }

    /** As a process of another part of the system might, which knows the pid and not the type. */
    @SuppressWarnings("unchecked")
    private static void sendAnything(Pid<?> server, Object message) {
        send((Pid<Object>) server, message);
    }

    private static Pid<Answer> anotherClient() {
        Pid<Object> test = self();
        return spawn(() -> send(test, new Forwarded(receive(Answer.class).value())));
    }

    private static void castTwentyTimes(Pid<Request> server) {
        IntStream.range(0, 20).forEach(number -> ServerProcess.cast(server, number));
    }
}
