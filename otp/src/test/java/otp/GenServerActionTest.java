package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.continueWith;
import static otp.GenServer.noreply;
import static otp.GenServer.reply;
import static otp.GenServer.start;
import static otp.GenServer.timeout;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.monitor;
import static otp.Processes.self;
import static otp.Processes.send;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.Optional;

/** What a server does between two messages: it goes on, or waits for some time only. */
@RuntimeTest
class GenServerActionTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Begins with an action, and tells somebody of timeouts and of what it goes on with. */
    private static class Teller extends ScriptedServer {

        private final Action first;
        private final Pid<Object> audience;

        Teller(Action first, Pid<Object> audience) {
            this.first = first;
            this.audience = audience;
        }

        @Override
        protected Init<Integer> init() {
            return ok(0, first);
        }

        @Override
        protected Next<Integer> handleContinue(Object argument, Integer state) {
            send(audience, "continues with " + argument);
            return noreply(state + 1);
        }

        @Override
        protected Next<Integer> handleInfo(Object message, Integer state) {
            send(audience, message);
            return noreply(state);
        }
    }

    private static Pid<Message> startTeller(Action first) {
        Pid<Object> test = self();
        return start(() -> new Teller(first, test)).pid();
    }

    @Test
    void after_init_a_server_goes_on_before_any_message() {
        Pid<Message> server = startTeller(continueWith("more"));
        assertThat(call(server, Ask.forState())).isEqualTo(1);
        assertThat(received(String.class)).isEqualTo("continues with more");
    }

    @Test
    void whoever_starts_a_server_does_not_wait_for_what_it_goes_on_with() {
        Gate gate = new Gate();
        Pid<Object> test = self();
        Pid<Message> server =
                start(() ->
                                new Teller(continueWith("more"), test) {
                                    @Override
                                    protected Next<Integer> handleContinue(
                                            Object argument, Integer state) {
                                        gate.pass();
                                        return noreply(7);
                                    }
                                })
                        .pid();
        gate.open();
        assertThat(call(server, Ask.forState())).isEqualTo(7);
    }

    @Test
    void a_server_answers_first_and_goes_on_then() {
        Pid<Message> server = startTeller(new Action.Await());
        Ask ask = new Ask((_, request, state) -> reply(request, 5, state, continueWith("after")));
        assertThat(call(server, ask)).isEqualTo(5);
        assertThat(received(String.class)).isEqualTo("continues with after");
        assertThat(call(server, Ask.forState())).isEqualTo(1);
    }

    @Test
    void a_server_that_does_not_say_how_to_go_on_crashes() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Monitor monitor = monitor(server);
        cast(server, new Tell((_, _, state) -> noreply(state, continueWith("what"))));
        assertThat(reasonOf(monitor).toString())
                .contains("continues with what, but does not override handleContinue");
    }

    @Test
    void a_timeout_is_handled_when_no_message_comes() {
        startTeller(timeout(SOON));
        assertThat(received(Timeout.class)).isEqualTo(new Timeout());
    }

    @Test
    void a_message_that_is_there_comes_before_a_timeout_of_zero() {
        Pid<Message> server = startTeller(new Action.Await());
        cast(
                server,
                new Tell((_, _, state) -> {
                    sendRaw(self(), "already there");
                    return noreply(state, timeout(Duration.ZERO));
                }));
        assertThat(Processes.receive()).isEqualTo("already there");
        assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
        assertThat(Processes.receive(Timeout.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_message_ends_the_waiting_for_good() {
        Pid<Message> server = startTeller(timeout(LONG));
        assertThat(call(server, Ask.forAnswer(3))).isEqualTo(3);
        Patience.untilWaiting(server);
        assertThat(Processes.receive(Timeout.class, Duration.ZERO)).isEqualTo(Optional.empty());
    }

    @Test
    void a_server_that_waits_for_some_time_can_be_killed() {
        Pid<Message> server = startTeller(timeout(LONG));
        Monitor monitor = monitor(server);
        Processes.exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_time_cannot_be_negative() {
        assertThatThrownBy(() -> timeout(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be negative, but was PT-1S");
    }

    @SuppressWarnings("unchecked")
    private static void sendRaw(Pid<?> to, Object message) {
        send((Pid<Object>) to, message);
    }
}
