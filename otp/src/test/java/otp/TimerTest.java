package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Patience.until;
import static otp.Processes.cancelTimer;
import static otp.Processes.monitor;
import static otp.Processes.readTimer;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.sendAfter;
import static otp.Processes.sendInterval;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Timers as processes set them, by the real clock: nothing here waits for longer than it must. */
@RuntimeTest
class TimerTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration NOW = Duration.ZERO;

    @Test
    void a_message_comes_when_its_time_has_come_and_not_before() {
        long begin = System.nanoTime();
        Timer timer = sendAfter(self(), "tick", Duration.ofMillis(30));
        assertThat(received(String.class)).isEqualTo("tick");
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(30_000_000);
        assertThat(readTimer(timer)).isEmpty();
        assertThat(cancelTimer(timer)).isEmpty();
    }

    @Test
    void a_timer_does_not_end_with_the_process_that_set_it() {
        Pid<Object> test = self();
        Monitor setter = Processes.spawnMonitor(() -> sendAfter(test, "tick", SOON));
        reasonOf(setter);
        assertThat(received(String.class)).isEqualTo("tick");
    }

    @Test
    void a_timer_that_was_cancelled_tells_what_was_left_and_never_sends() {
        Timer timer = sendAfter(self(), "tick", HOUR);
        assertThat(readTimer(timer)).hasValueSatisfying(TimerTest::isNearlyAnHour);
        assertThat(cancelTimer(timer)).hasValueSatisfying(TimerTest::isNearlyAnHour);
        assertThat(readTimer(timer)).isEmpty();
        assertThat(cancelTimer(timer)).isEmpty();
    }

    private static void isNearlyAnHour(Duration left) {
        assertThat(left).isBetween(HOUR.minusMinutes(1), HOUR);
        assertThat(left.toNanosPart() % 1_000_000).isZero();
    }

    @Test
    void any_process_may_cancel_a_timer() {
        Timer timer = sendAfter(self(), "tick", HOUR);
        assertThat(Patience.inProcess(() -> cancelTimer(timer))).isPresent();
        assertThat(cancelTimer(timer)).isEmpty();
    }

    @Test
    void a_timer_that_cannot_be_cancelled_has_delivered_its_message() {
        for (int round = 0; round < 100; round++) {
            Timer timer = sendAfter(self(), round, Duration.ofNanos(round * 10_000L));
            boolean cancelled = cancelTimer(timer).isPresent();
            assertThat(receive(Integer.class, NOW))
                    .isEqualTo(cancelled ? Optional.empty() : Optional.of(round));
        }
    }

    @Test
    void a_message_to_a_name_that_no_process_has_is_dropped() {
        Timer lost = sendAfter(new Name<>(FreshName.of("nobody")), "tick", NOW);
        sendAfter(self(), "next", SOON);
        assertThat(received(String.class)).isEqualTo("next");
        until(() -> readTimer(lost).isEmpty());
    }

    @Test
    void a_timer_to_a_dead_process_is_over_at_once() {
        Pid<Object> dead = spawn(() -> {});
        reasonOf(monitor(dead));
        assertThat(readTimer(sendAfter(dead, "tick", HOUR))).isEmpty();
        assertThat(cancelTimer(sendInterval(dead, "tick", HOUR))).isEmpty();
    }

    @Test
    void timers_go_with_their_receiver() {
        int before = Timers.ALL.size();
        Gate gate = new Gate();
        Pid<Object> receiver = spawn(gate::pass);
        Monitor monitor = monitor(receiver);
        List<Timer> timers =
                IntStream.range(0, 1_000)
                        .mapToObj(number ->
                                number % 2 == 0
                                        ? sendAfter(receiver, number, HOUR)
                                        : sendInterval(receiver, number, HOUR))
                        .toList();
        assertThat(timers).allMatch(timer -> readTimer(timer).isPresent());
        gate.open();
        reasonOf(monitor);
        assertThat(timers).allMatch(timer -> readTimer(timer).isEmpty());
        assertThat(timers).allMatch(timer -> cancelTimer(timer).isEmpty());
        until(() -> Timers.ALL.size() <= before + 10);
    }

    @Test
    void a_receiver_keeps_nothing_of_timers_that_are_over() {
        for (int round = 0; round < 1_000; round++) {
            cancelTimer(sendAfter(self(), "tick", HOUR));
            cancelTimer(sendInterval(self(), "tick", HOUR));
            sendAfter(self(), round, NOW);
        }
        for (int round = 0; round < 1_000; round++) {
            received(Integer.class);
        }
        LocalProcess<?> test = ProcessTable.current();
        until(() -> test.lifeline().belongings().copy().isEmpty());
    }

    @Test
    void an_interval_sends_again_and_again_until_it_is_cancelled() {
        Timer timer = sendInterval(self(), "tick", SOON);
        for (int tick = 0; tick < 5; tick++) {
            assertThat(received(String.class)).isEqualTo("tick");
        }
        assertThat(cancelTimer(timer)).isPresent();
        while (receive(String.class, NOW).isPresent()) {
            // What had been sent already.
        }
        sendAfter(self(), "last", Duration.ofMillis(10));
        assertThat(received(String.class)).isEqualTo("last");
    }

    @Test
    void an_interval_to_a_name_belongs_to_the_process_that_has_it_now() {
        Name<Object> name = new Name<>(FreshName.of("timer"));
        Gate gate = new Gate();
        Pid<Object> first = spawn(gate::pass);
        Monitor monitor = monitor(first);
        register(first, name);
        Timer timer = sendInterval(name, "tick", HOUR);
        gate.open();
        reasonOf(monitor);
        register(self(), name);
        assertThat(readTimer(timer)).isEmpty();
    }

    @Test
    void an_interval_to_a_name_that_no_process_has_sends_nothing() {
        Timer timer = sendInterval(new Name<>(FreshName.of("nobody")), "tick", SOON);
        assertThat(readTimer(timer)).isEmpty();
        assertThat(cancelTimer(timer)).isEmpty();
    }

    @Test
    void messages_whose_methods_never_return_stop_no_timer() {
        for (Hostility hostility : Hostility.values()) {
            sendAfter(self(), new HostileValue(hostility), NOW);
            sendInterval(self(), new HostileValue(hostility), SOON);
        }
        sendAfter(self(), "still there", Duration.ofMillis(10));
        assertThat(received(String.class)).isEqualTo("still there");
    }

    @Test
    void what_cannot_be_is_refused_with_the_value() {
        assertThatThrownBy(() -> sendAfter(self(), "tick", Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
        for (Duration interval : List.of(NOW, Duration.ofMillis(-1))) {
            assertThatThrownBy(() -> sendInterval(self(), "tick", interval))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(interval.toString());
        }
    }

    @Test
    void centuries_are_a_time_like_any_other() {
        Timer timer = sendAfter(self(), "tick", Duration.ofSeconds(Long.MAX_VALUE));
        sendAfter(self(), "next", SOON);
        assertThat(received(String.class)).isEqualTo("next");
        assertThat(cancelTimer(timer)).isPresent();
    }

    @Test
    void many_timers_need_no_more_threads_than_one() {
        sendAfter(self(), -1, NOW);
        long before = threads();
        for (int number = 0; number < 20_000; number++) {
            sendAfter(self(), number, Duration.ofMillis(number % 10));
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
        assertThat(Stream.generate(() -> received(Integer.class)).limit(20_001))
                .doesNotHaveDuplicates();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("otp-timers"))
                .count();
    }
}
