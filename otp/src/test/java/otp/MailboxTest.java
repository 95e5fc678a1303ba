package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@RuntimeTest
class MailboxTest {

    private static final Predicate<Object> EVEN = message -> (int) message % 2 == 0;
    private static final ExitReason BOOM = ExitReason.of("boom");

    @Test
    void whoever_has_to_end_receives_nothing_that_has_come_meanwhile() {
        LocalProcess<?> owner = new LocalProcess<>(Thread.currentThread());
        owner.mailbox().put(new Envelope.Plain("too late"));
        owner.lifeline().leave(ExitReason.KILLED);

        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> owner.mailbox().take(_ -> true, Deadline.NEVER));
    }

    @Test
    void the_oldest_comes_first() {
        Mailbox mailbox = mailbox();
        put(mailbox, 1, 2, 3);
        assertThat(taken(mailbox, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void what_is_not_wanted_keeps_its_place() {
        Mailbox mailbox = mailbox();
        put(mailbox, 1, 2, 3, 4);
        assertThat(takenIf(mailbox, EVEN)).isEqualTo(2);
        put(mailbox, 5, 6);
        assertThat(takenIf(mailbox, EVEN)).isEqualTo(4);
        assertThat(takenIf(mailbox, EVEN)).isEqualTo(6);
        assertThat(takenIf(mailbox, EVEN)).isNull();
        assertThat(taken(mailbox, 3)).containsExactly(1, 3, 5);
    }

    @Test
    void a_mailbox_whose_last_message_was_taken_takes_more() {
        Mailbox mailbox = mailbox();
        put(mailbox, 1, 2);
        assertThat(takenIf(mailbox, EVEN)).isEqualTo(2);
        put(mailbox, 3);
        assertThat(taken(mailbox, 2)).containsExactly(1, 3);
    }

    @Test
    void the_size_counts_what_was_not_taken() {
        Mailbox mailbox = mailbox();
        assertThat(mailbox.size()).isZero();
        put(mailbox, 1, 2, 3);
        assertThat(mailbox.size()).isEqualTo(3);
        takenIf(mailbox, EVEN);
        put(mailbox, 4);
        assertThat(mailbox.size()).isEqualTo(3);
    }

    @Test
    void a_mailbox_is_as_good_as_a_list_whatever_is_done_with_it() {
        Random random = new Random(42);
        Mailbox mailbox = mailbox();
        List<Integer> model = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (model.size() < 8 && random.nextBoolean()) {
                put(mailbox, step);
                model.add(step);
            } else {
                int wanted = random.nextInt(5);
                Predicate<Object> matches = message -> (int) message % 5 == wanted;
                Integer expected = model.stream().filter(matches).findFirst().orElse(null);
                assertThat(takenIf(mailbox, matches)).isEqualTo(expected);
                model.remove(expected);
            }
            assertThat(mailbox.size()).isEqualTo(model.size());
        }
    }

    @Test
    void a_closed_mailbox_refuses_messages() {
        Mailbox mailbox = mailbox();
        mailbox.close();
        assertThat(mailbox.put(new Envelope.Plain(1))).isFalse();
        assertThat(mailbox.size()).isZero();
    }

    @Test
    void closing_fails_the_calls_that_wait_whether_looked_at_or_not() {
        Mailbox mailbox = mailbox();
        PendingCall lookedAt = new PendingCall(1);
        PendingCall arrived = new PendingCall(3);
        mailbox.put(lookedAt);
        takenIf(mailbox, EVEN);
        mailbox.put(arrived);
        mailbox.close();
        mailbox.returnToSenders(BOOM);
        assertThat(Stream.of(lookedAt, arrived).map(MailboxTest::outcomeOf))
                .containsOnly(new PendingCall.Failure(BOOM));
    }

    @Test
    void closing_twice_does_no_harm() {
        Mailbox mailbox = mailbox();
        mailbox.close();
        mailbox.close();
        Mailbox other = mailbox();
        put(other, 1);
        assertThat(taken(other, 1)).containsExactly(1);
        assertThat(mailbox.put(new Envelope.Plain(1))).isFalse();
    }

    @Test
    void a_call_put_while_the_mailbox_closes_is_refused_or_fails() {
        for (int round = 0; round < 500; round++) {
            Mailbox mailbox = mailbox();
            PendingCall call = new PendingCall(round);
            CompletableFuture<Boolean> delivered =
                    CompletableFuture.supplyAsync(() -> mailbox.put(call));
            mailbox.close();
            mailbox.returnToSenders(BOOM);
            if (Patience.valueOf(delivered)) {
                assertThat(outcomeOf(call)).isEqualTo(new PendingCall.Failure(BOOM));
            } else {
                assertThat(outcomeOf(call)).isEqualTo(new PendingCall.Failure(ExitReason.TIMEOUT));
            }
        }
    }

    private static Mailbox mailbox() {
        return new Mailbox(new LocalProcess<>(Thread.currentThread()));
    }

    private static void put(Mailbox mailbox, Integer... messages) {
        Stream.of(messages).map(Envelope.Plain::new).forEach(mailbox::put);
    }

    private static List<Object> taken(Mailbox mailbox, int count) {
        return IntStream.range(0, count).mapToObj(_ -> mailbox.take().message()).toList();
    }

    private static Object takenIf(Mailbox mailbox, Predicate<Object> wanted) {
        Envelope taken = mailbox.take(wanted, Deadline.after(Duration.ZERO));
        return taken == null ? null : taken.message();
    }

    private static Object outcomeOf(PendingCall call) {
        return call.await(null, Duration.ZERO);
    }
}
