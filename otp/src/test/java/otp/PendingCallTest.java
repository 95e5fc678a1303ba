package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

@RuntimeTest
class PendingCallTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    private final PendingCall call = new PendingCall("request");

    @Test
    void the_first_outcome_counts() {
        call.answer(1);
        call.answer(2);
        call.fail(BOOM);
        assertThat(call.await(null, Deadline.FOREVER)).isEqualTo(1);
    }

    @Test
    void null_is_an_answer() {
        call.answer(null);
        call.fail(BOOM);
        assertThat(call.await(null, Deadline.FOREVER)).isNull();
    }

    @Test
    void a_caller_that_gives_up_gets_no_answer_any_more() {
        assertThat(call.await(null, Duration.ofMillis(5)))
                .isEqualTo(new PendingCall.Failure(ExitReason.TIMEOUT));
        call.answer(1);
        assertThat(call.await(null, Deadline.FOREVER))
                .isEqualTo(new PendingCall.Failure(ExitReason.TIMEOUT));
    }

    @Test
    void an_undeliverable_call_fails_with_the_reason() {
        call.undeliverable(BOOM);
        assertThat(call.await(null, Deadline.FOREVER)).isEqualTo(new PendingCall.Failure(BOOM));
    }

    @Test
    void no_answer_is_missed_however_it_races_with_the_wait() {
        for (int round = 0; round < 500; round++) {
            PendingCall racing = new PendingCall(round);
            CompletableFuture.runAsync(() -> racing.answer("answer"));
            assertThat(racing.await(null, Patience.LIMIT)).isEqualTo("answer");
        }
    }

    @Test
    void of_many_answers_one_counts_for_good() {
        List<CompletableFuture<Void>> answers =
                IntStream.range(0, 20)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> call.answer(number)))
                        .toList();
        Object first = call.await(null, Patience.LIMIT);
        answers.forEach(Patience::valueOf);
        assertThat(call.await(null, Deadline.FOREVER)).isEqualTo(first);
    }

    @Test
    void an_interrupted_thread_that_is_no_process_gives_up_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        Object outcome = call.await(null, Deadline.FOREVER);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(new PendingCall.Failure(ExitReason.of("interrupted")));
    }
}
