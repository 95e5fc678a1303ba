package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.noreply;
import static otp.GenServer.reply;
import static otp.GenServer.start;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;

/** What javac cannot see crashes the server with a sentence, and never hangs its callers. */
@RuntimeTest
class GenServerMistakesTest {

    private final Pid<Message> server = start(ScriptedServer::new).pid();

    @Test
    void a_reply_to_another_request_crashes_the_server() {
        Ask other = Ask.forState();
        Ask request = new Ask((_, _, state) -> reply(other, 1, state));
        assertThat(Failures.ofCall(() -> call(server, request)).reason().toString())
                .startsWith("IllegalStateException: the reply is to " + other);
    }

    @Test
    void a_reply_to_a_cast_crashes_the_server() {
        Monitor monitor = monitor(server);
        cast(server, new Tell((_, _, state) -> reply(Ask.forState(), 1, state)));
        assertThat(reasonOf(monitor).toString())
                .startsWith("IllegalStateException: the reply is to ");
    }

    @Test
    void putting_off_the_answer_to_another_request_crashes_the_server() {
        Ask other = Ask.forState();
        Ask request =
                new Ask((scripted, _, state) -> {
                    scripted.from(other);
                    return noreply(state);
                });
        assertThat(Failures.ofCall(() -> call(server, request)).reason().toString())
                .startsWith("IllegalArgumentException: " + other + " is not the call");
    }

    @Test
    void only_the_server_itself_puts_off_an_answer() {
        Ask request =
                new Ask((scripted, ask, state) -> {
                    Throwable refusal =
                            catchThrowable(() -> Patience.inProcess(() -> scripted.from(ask)));
                    return reply(ask, refusal == null ? 0 : 1, state);
                });
        assertThat(call(server, request)).isEqualTo(1);
    }

    @Test
    void a_callback_that_returns_null_for_a_call_crashes_the_server() {
        Ask request = new Ask((_, _, _) -> null);
        assertThat(Failures.ofCall(() -> call(server, request)).reason().toString())
                .startsWith("NullPointerException: a callback returned null");
    }

    @Test
    void a_callback_that_returns_null_for_a_cast_crashes_the_server() {
        Monitor monitor = monitor(server);
        cast(server, new Tell((_, _, _) -> null));
        assertThat(reasonOf(monitor).toString())
                .startsWith("NullPointerException: a callback returned null");
    }

    @Test
    void a_call_that_is_neither_answered_nor_put_off_is_warned_of() {
        Ask request = new Ask((_, _, state) -> noreply(state));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Failures.ofCall(() -> call(server, request, Duration.ofMillis(10))).reason())
                    .isEqualTo(ExitReason.TIMEOUT);
            assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("ScriptedServer returned noreply for the call " + request);
        }
    }

    @Test
    void a_call_that_was_put_off_is_not_warned_of() {
        Ask request =
                new Ask((scripted, ask, state) -> {
                    reply(scripted.from(ask), 3);
                    return noreply(state);
                });
        try (CapturedLog log = new CapturedLog()) {
            assertThat(call(server, request)).isEqualTo(3);
            assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void a_call_that_was_never_answered_fails_when_its_server_ends() {
        Gate handled = new Gate();
        Ask request =
                new Ask((_, _, state) -> {
                    handled.open();
                    return noreply(state);
                });
        Processes.spawn(() -> {
            handled.pass();
            GenServer.stop(server);
        });
        assertThat(Failures.ofCall(() -> call(server, request)).reason())
                .isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_message_of_another_server_crashes_the_one_that_gets_it() {
        record Foreign() implements Call<Integer> {}
        Name<Foreign> lie = new Name<>("gen_server_mistakes");
        start(ScriptedServer::new, new Name<>(lie.value()));
        assertThat(Failures.ofCall(() -> call(lie, new Foreign())).reason().rootCause())
                .containsInstanceOf(ClassCastException.class);
    }

    @Test
    void a_callback_that_overflows_its_stack_crashes_its_server_alone() {
        Ask request = new Ask((_, ask, state) -> overflow(ask, state));
        assertThat(Failures.ofCall(() -> call(server, request)).reason().rootCause())
                .containsInstanceOf(StackOverflowError.class);
    }

    private static Next<Integer> overflow(Ask request, int state) {
        Next<Integer> deeper = overflow(request, state + 1);
        return deeper == null ? noreply(state) : deeper;
    }

    @Test
    void a_reason_that_is_null_harms_only_who_gives_it() {
        assertThatNullPointerException()
                .isThrownBy(() -> GenServer.stop(server, null))
                .withMessage("a server ends for a reason, which cannot be null");
        assertThat(call(server, Ask.forState())).isZero();
        Ask request = new Ask((_, _, state) -> GenServer.stop(null, state));
        assertThat(Failures.ofCall(() -> call(server, request)).reason())
                .hasToString(
                        "NullPointerException: a server ends for a reason, which cannot be null");
    }

    @Test
    void an_action_that_is_null_is_found_in_the_callback_that_returns_it() {
        Ask request = new Ask((_, ask, state) -> reply(ask, 1, state, null));
        assertThat(Failures.ofCall(() -> call(server, request)).reason())
                .hasToString("NullPointerException: what a server does next cannot be null");
    }

    @Test
    void one_object_is_not_two_servers_at_once() {
        ScriptedServer one = new ScriptedServer();
        Pid<Message> first = start(() -> one).pid();
        assertThat(start(() -> one))
                .isInstanceOfSatisfying(
                        Start.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .hasToString(
                                                "IllegalStateException: this ScriptedServer runs"
                                                        + " already, in "
                                                        + first
                                                        + ": what starts a server makes a new one"
                                                        + " each time"));
        GenServer.stop(first);
        assertThat(call(start(() -> one).pid(), Ask.forState())).isZero();
    }
}
