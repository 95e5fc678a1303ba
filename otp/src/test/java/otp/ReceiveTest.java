package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.received;
import static otp.Patience.untilWaiting;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@RuntimeTest
class ReceiveTest {

    private record Numbered(int sender, int number) {}

    @Test
    void messages_of_one_process_arrive_in_the_order_in_which_it_sent_them() {
        Pid<Object> test = self();
        spawn(() -> IntStream.range(0, 10_000).forEach(number -> send(test, number)));
        assertThat(Stream.generate(() -> received(Integer.class)).limit(10_000))
                .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void messages_of_many_processes_keep_the_order_of_each() {
        Pid<Object> test = self();
        for (int sender = 0; sender < 8; sender++) {
            int current = sender;
            spawn(() ->
                    IntStream.range(0, 1_000)
                            .forEach(number -> send(test, new Numbered(current, number))));
        }
        Map<Integer, List<Numbered>> bySender =
                Stream.generate(() -> received(Numbered.class))
                        .limit(8_000)
                        .collect(groupingBy(Numbered::sender));
        assertThat(bySender).hasSize(8);
        assertThat(bySender.values())
                .allSatisfy(messages ->
                        assertThat(messages)
                                .extracting(Numbered::number)
                                .containsExactlyElementsOf(
                                        IntStream.range(0, 1_000).boxed().toList()));
    }

    @Test
    void receive_waits_for_a_message() {
        Pid<Object> test = self();
        Pid<Object> process = spawn(() -> send(test, "got " + receive()));
        untilWaiting(process);
        send(process, 1);
        assertThat(received(String.class)).isEqualTo("got 1");
    }

    @Test
    void receive_takes_the_oldest_message() {
        send(self(), 1);
        send(self(), "two");
        assertThat(receive()).isEqualTo(1);
        assertThat(receive()).isEqualTo("two");
    }

    @Test
    void receive_of_a_type_leaves_all_else_in_its_order() {
        Stream.of(1, 2, "three", 4, "five", 6).forEach(message -> send(self(), message));
        assertThat(receive(String.class)).isEqualTo("three");
        assertThat(receive(String.class)).isEqualTo("five");
        send(self(), 7);
        assertThat(Stream.generate(Processes::receive).limit(5)).containsExactly(1, 2, 4, 6, 7);
    }

    @Test
    void receive_of_a_type_waits_beyond_messages_of_other_types() {
        Pid<Object> test = self();
        Pid<Object> process =
                spawn(() -> {
                    send(test, receive(String.class));
                    send(test, receive());
                });
        send(process, 1);
        untilWaiting(process);
        send(process, "wanted");
        assertThat(receive()).isEqualTo("wanted");
        assertThat(receive()).isEqualTo(1);
    }

    @Test
    void receive_returns_nothing_once_the_timeout_has_passed_and_not_before() {
        Duration timeout = Duration.ofMillis(30);
        send(self(), "of another type");
        long before = System.nanoTime();
        assertThat(receive(Integer.class, timeout)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(timeout);
        assertThat(receive()).isEqualTo("of another type");
    }

    @Test
    void receive_with_a_timeout_returns_a_message_that_comes_in_time() {
        Pid<Object> test = self();
        spawn(() -> send(test, "in time"));
        assertThat(receive(String.class, Patience.LIMIT)).contains("in time");
    }

    @Test
    void receive_with_a_zero_timeout_takes_what_is_there() {
        send(self(), "there");
        assertThat(receive(String.class, Duration.ZERO)).contains("there");
        assertThat(receive(String.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_negative_timeout_is_refused() {
        assertThatThrownBy(() -> receive(String.class, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be negative")
                .hasMessageContaining("PT-0.000000001S");
    }

    @Test
    void the_longest_timeout_waits_as_if_there_were_none() {
        Pid<Object> test = self();
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        Pid<Object> process =
                spawn(() -> send(test, receive(String.class, longest).orElse("too early")));
        untilWaiting(process);
        send(process, "in time");
        assertThat(received(String.class)).isEqualTo("in time");
    }

    @Test
    void a_timeout_of_a_thousand_years_waits_too() {
        Pid<Object> test = self();
        Duration millennium = Duration.ofDays(365_000);
        Pid<Object> process =
                spawn(() -> send(test, receive(String.class, millennium).orElse("too early")));
        untilWaiting(process);
        send(process, "in time");
        assertThat(received(String.class)).isEqualTo("in time");
    }
}
