package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.received;
import static otp.Patience.until;
import static otp.Processes.receive;
import static otp.Processes.self;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Timers by a clock that the test turns. */
@RuntimeTest
class TimersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** It may begin anywhere, and so shortly before its numbers run over. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final Timers timers = new Timers(clock::get);

    private record Marker() {}

    /** Turns the clock, and returns when all that is due has been sent. */
    private void turn(Duration by) {
        clock.addAndGet(by.toNanos());
        timers.sendAfter(self(), new Marker(), Duration.ZERO);
        timers.wake();
        received(Marker.class);
    }

    @Test
    void nothing_is_sent_before_its_time() {
        timers.sendAfter(self(), "tick", MINUTE);
        turn(MINUTE.minusNanos(1));
        assertThat(receive(String.class, Duration.ZERO)).isEmpty();
        turn(Duration.ofNanos(1));
        assertThat(received(String.class)).isEqualTo("tick");
        until(() -> timers.size() == 0);
    }

    /** Otherwise one such timer would keep the thread from all others. */
    @Test
    void an_interval_is_a_millisecond_at_least() {
        Timer timer = timers.sendInterval(self(), "tick", Duration.ofNanos(1));
        turn(Duration.ofMillis(2));
        timers.sendAfter(self(), "other", Duration.ZERO);
        timers.wake();
        assertThat(received(String.class)).isEqualTo("tick");
        assertThat(received(String.class)).isEqualTo("tick");
        assertThat(received(String.class)).isEqualTo("other");
        assertThat(Processes.cancelTimer(timer)).isPresent();
    }

    @Test
    void what_is_left_is_told_in_milliseconds_rounded_up() {
        LocalTimer timer = (LocalTimer) timers.sendAfter(self(), "tick", Duration.ofMillis(3));
        assertThat(timer.read()).contains(Duration.ofMillis(3));
        clock.addAndGet(1);
        assertThat(timer.read()).contains(Duration.ofMillis(3));
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
        assertThat(timer.read()).contains(Duration.ofMillis(1));
        assertThat(timer.cancel()).contains(Duration.ofMillis(1));
        turn(MINUTE);
        assertThat(receive(String.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void an_interval_does_not_drift_and_leaves_nothing_out() {
        LocalTimer timer = (LocalTimer) timers.sendInterval(self(), "tick", MINUTE);
        turn(Duration.ofSeconds(150));
        assertThat(ticks()).isEqualTo(2);
        assertThat(timer.read()).contains(Duration.ofSeconds(30));
        turn(Duration.ofSeconds(30));
        assertThat(ticks()).isEqualTo(1);
        assertThat(timer.cancel()).contains(MINUTE);
        turn(MINUTE);
        assertThat(ticks()).isZero();
        until(() -> timers.size() == 0);
    }

    /** Takes what has been sent, and counts it. */
    private static int ticks() {
        int ticks = 0;
        while (receive(String.class, Duration.ZERO).isPresent()) {
            ticks++;
        }
        return ticks;
    }

    @Test
    void messages_come_in_the_order_in_which_they_are_due() {
        timers.sendAfter(self(), 3, Duration.ofSeconds(3));
        timers.sendAfter(self(), 1, Duration.ofSeconds(1));
        timers.sendAfter(self(), 2, Duration.ofSeconds(2));
        turn(MINUTE);
        assertThat(Stream.generate(() -> received(Integer.class)).limit(3))
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_name_is_looked_up_when_the_time_has_come() {
        Name<String> name = new Name<>(FreshName.of("timer"));
        timers.sendAfter(name, "tick", MINUTE);
        Processes.register(Processes.<String>self(), name);
        turn(MINUTE);
        assertThat(received(String.class)).isEqualTo("tick");
    }

    @Test
    void of_what_is_due_at_once_the_oldest_goes_first() {
        IntStream.range(0, 100).forEach(number -> timers.sendAfter(self(), number, MINUTE));
        turn(MINUTE);
        assertThat(Stream.generate(() -> received(Integer.class)).limit(100))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void a_time_that_the_clock_cannot_tell_never_comes() {
        timers.sendAfter(self(), "tick", Duration.ofSeconds(Long.MAX_VALUE));
        turn(Duration.ofDays(100_000));
        assertThat(receive(String.class, Duration.ZERO)).isEmpty();
        until(() -> timers.size() == 1);
    }
}
