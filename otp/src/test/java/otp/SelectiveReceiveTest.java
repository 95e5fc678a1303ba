package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.endOf;
import static otp.Patience.received;
import static otp.Patience.untilWaiting;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Receiving by value: a type and a predicate. */
@RuntimeTest
class SelectiveReceiveTest {

    private record Reply(int request, String answer) {}

    private static final Predicate<Object> EVERY = _ -> true;

    @Test
    void receive_takes_the_oldest_message_that_is_wanted_and_leaves_all_else_in_its_order() {
        Stream.of(1, "two", 3, 4, 5, 6).forEach(message -> send(self(), message));
        assertThat(receive(Integer.class, number -> number % 2 == 0)).isEqualTo(4);
        assertThat(receive(Integer.class, number -> number % 2 == 0)).isEqualTo(6);
        assertThat(remaining()).containsExactly(1, "two", 3, 5);
    }

    @Test
    void receive_waits_for_what_is_wanted_past_what_is_not() {
        Pid<Object> test = self();
        Pid<Object> client =
                spawn(() -> send(test, receive(Reply.class, reply -> reply.request() == 2)));
        send(client, new Reply(1, "not mine"));
        untilWaiting(client);
        send(client, "noise");
        send(client, new Reply(2, "mine"));
        assertThat(received(Reply.class).answer()).isEqualTo("mine");
    }

    @Test
    void receive_returns_nothing_once_the_timeout_has_passed() {
        send(self(), new Reply(1, "other"));
        assertThat(receive(Reply.class, reply -> reply.request() == 2, Duration.ofMillis(5)))
                .isEmpty();
        assertThat(remaining()).hasSize(1);
    }

    @Test
    void a_timeout_of_zero_looks_at_every_message_that_is_there() {
        IntStream.range(0, 1_000).forEach(number -> send(self(), number));
        assertThat(receive(Integer.class, number -> number == 999, Duration.ZERO)).contains(999);
        assertThat(remaining()).hasSize(999);
    }

    @Test
    void messages_of_another_type_are_never_shown_to_the_predicate() {
        send(self(), "text");
        send(self(), 1);
        assertThat(receive(Integer.class, number -> number > 0)).isEqualTo(1);
    }

    static Stream<Throwable> what_a_predicate_throws() {
        return Stream.of(
                new IllegalStateException("bad"), new StackOverflowError(), new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("what_a_predicate_throws")
    void a_predicate_that_throws_leaves_the_mailbox_whole(Throwable thrown) {
        Stream.of(1, 2, 3).forEach(message -> send(self(), message));
        assertThatThrownBy(() -> receive(Integer.class, number -> number == 2 && fail(thrown)))
                .isSameAs(thrown);
        send(self(), 4);
        assertThat(remaining()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_predicate_that_throws_crashes_the_receiver() {
        IllegalStateException bad = new IllegalStateException("bad");
        ExitReason reason =
                endOf(() -> {
                    send(self(), 1);
                    receive(Integer.class, _ -> fail(bad));
                });
        assertThat(reason).isEqualTo(new ExitReason.Crash(bad));
    }

    @Test
    void a_predicate_cannot_receive_and_takes_nothing_when_it_tries() {
        List<Predicate<Object>> receiving =
                List.of(
                        _ -> receive() != null,
                        _ -> receive(Integer.class, Duration.ZERO).isPresent(),
                        message -> receive(Object.class, message::equals) != null);
        Stream.of(1, 2, 3).forEach(message -> send(self(), message));
        for (Predicate<Object> predicate : receiving) {
            assertThatThrownBy(() -> receive(Integer.class, predicate))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot receive messages itself");
        }
        assertThat(remaining()).containsExactly(1, 2, 3);
    }

    @Test
    void what_a_predicate_sends_to_its_own_process_is_looked_at_as_well() {
        send(self(), 1);
        int found =
                receive(
                        Integer.class,
                        number -> {
                            if (number == 1) {
                                send(self(), 2);
                            }
                            return number == 2;
                        });
        assertThat(found).isEqualTo(2);
    }

    @Test
    void a_process_that_waits_for_what_never_comes_can_be_killed() {
        Pid<Object> waiting = spawn(() -> receive(Integer.class, _ -> false));
        Monitor monitor = Processes.monitor(waiting);
        send(waiting, 1);
        untilWaiting(waiting);
        Processes.exit(waiting, ExitReason.KILL);
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_negative_timeout_is_refused() {
        assertThatThrownBy(() -> receive(Object.class, EVERY, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
    }

    private static boolean fail(Throwable thrown) {
        throw SelectiveReceiveTest.<RuntimeException>asIs(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asIs(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static List<Object> remaining() {
        return Stream.generate(() -> receive(Object.class, Duration.ZERO))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }
}
