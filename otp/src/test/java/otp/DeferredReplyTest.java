package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.noreply;
import static otp.GenServer.reply;
import static otp.GenServer.start;
import static otp.Patience.valueOf;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

@RuntimeTest
class DeferredReplyTest {

    private final Pid<Message> server = start(ScriptedServer::new).pid();
    private final CompletableFuture<From<Integer>> from = new CompletableFuture<>();

    /** A call whose answer the test gives. */
    private final Ask putOff = new Ask(this::putOff);

    @Test
    void an_answer_that_was_put_off_can_come_from_the_server_later() {
        CompletableFuture<Integer> answer = answerTo(putOff);
        valueOf(from);
        cast(server, Tell.toRun(() -> reply(valueOf(from), 5)));
        assertThat(valueOf(answer)).isEqualTo(5);
    }

    @Test
    void an_answer_that_was_put_off_can_come_from_any_process() {
        CompletableFuture<Integer> answer = answerTo(putOff);
        reply(valueOf(from), 6);
        assertThat(valueOf(answer)).isEqualTo(6);
    }

    @Test
    void a_server_serves_others_while_an_answer_is_put_off() {
        CompletableFuture<Integer> answer = answerTo(putOff);
        valueOf(from);
        assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
        assertThat(answer).isNotDone();
        reply(valueOf(from), 2);
        assertThat(valueOf(answer)).isEqualTo(2);
    }

    @Test
    void an_answer_can_be_given_before_the_callback_returns() {
        Ask answered = new Ask((scripted, request, state) -> answerNow(scripted, request, state));
        assertThat(call(server, answered)).isEqualTo(8);
        assertThat(call(server, Ask.forState())).isZero();
    }

    @Test
    void the_second_answer_is_dropped() {
        CompletableFuture<Integer> answer = answerTo(putOff);
        reply(valueOf(from), 1);
        reply(valueOf(from), 2);
        assertThat(valueOf(answer)).isEqualTo(1);
        assertThat(call(server, Ask.forState())).isZero();
    }

    @Test
    void the_answer_that_a_callback_returns_is_dropped_after_another() {
        Ask answered =
                new Ask((scripted, request, _) -> {
                    reply(scripted.from(request), 1);
                    return GenServer.reply(request, 2, 3);
                });
        assertThat(call(server, answered)).isEqualTo(1);
        assertThat(call(server, Ask.forState())).isEqualTo(3);
    }

    @Test
    void the_answer_that_a_callback_returns_is_the_first_if_it_was_to_be_put_off() {
        Ask answered =
                new Ask((scripted, request, _) -> {
                    from.complete(scripted.from(request));
                    return GenServer.reply(request, 2, 3);
                });
        assertThat(call(server, answered)).isEqualTo(2);
        reply(valueOf(from), 1);
        assertThat(call(server, Ask.forState())).isEqualTo(3);
    }

    @Test
    void an_answer_to_a_caller_that_gave_up_is_dropped() {
        assertThat(Failures.ofCall(() -> call(server, putOff, Duration.ofMillis(10))).reason())
                .isEqualTo(ExitReason.TIMEOUT);
        reply(valueOf(from), 1);
        assertThat(call(server, Ask.forState())).isZero();
        assertThat(Processes.receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void an_answer_that_comes_after_the_server_ended_is_dropped() {
        CompletableFuture<Integer> answer = answerTo(putOff);
        From<Integer> late = valueOf(from);
        GenServer.stop(server);
        reply(late, 1);
        assertThatThrownBy(() -> valueOf(answer)).hasCauseInstanceOf(Exit.class);
    }

    private Next<Integer> putOff(ScriptedServer scripted, Ask request, int state) {
        from.complete(scripted.from(request));
        return noreply(state);
    }

    private static Next<Integer> answerNow(ScriptedServer scripted, Ask request, int state) {
        reply(scripted.from(request), 8);
        return noreply(state);
    }

    private CompletableFuture<Integer> answerTo(Ask request) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Processes.spawn(() -> {
            try {
                answer.complete(call(server, request));
            } catch (Exit failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
