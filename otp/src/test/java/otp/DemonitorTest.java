package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Meeting.waitShortly;
import static otp.Meeting.yieldUntil;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.demonitorAndFlush;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ending a monitor so that its answer is never received. */
@RuntimeTest
class DemonitorTest {

    @Test
    void a_monitor_that_was_answered_leaves_no_answer_behind() {
        Monitor answered = monitor(new Name<>("nobody"));
        assertThat(demonitorAndFlush(answered)).isFalse();
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_monitor_that_was_ended_already_is_not_ended_in_time() {
        Gate gate = new Gate();
        Monitor monitor = monitor(spawn(gate::pass));
        assertThat(demonitorAndFlush(monitor)).isTrue();
        assertThat(demonitorAndFlush(monitor)).isFalse();
        gate.open();
    }

    @Test
    void only_the_answer_to_this_monitor_is_taken_out_of_the_mailbox() {
        send(self(), "before");
        Monitor first = monitor(new Name<>("nobody"));
        Monitor second = monitor(new Name<>("nobody"));
        send(self(), "after");
        demonitorAndFlush(first);
        assertThat(receive()).isEqualTo("before");
        assertThat(receive())
                .isInstanceOfSatisfying(
                        Down.class, down -> assertThat(down.monitor()).isSameAs(second));
        assertThat(receive()).isEqualTo("after");
    }

    @Test
    void a_monitor_of_another_process_is_refused_with_both_named() {
        Pid<?> test = self();
        Monitor monitor = monitor(new Name<>("nobody"));
        assertThatThrownBy(() -> inProcess(() -> demonitorAndFlush(monitor)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(test.toString());
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void nothing_is_left_behind_however_the_end_of_the_process_meets_the_end_of_the_monitor() {
        for (int round = 0; round < 200; round++) {
            AtomicBoolean end = new AtomicBoolean();
            Monitor monitor = monitor(spawn(() -> yieldUntil(end)));
            end.set(true);
            waitShortly(round);
            demonitorAndFlush(monitor);
            assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
        }
        assertThat(receive(Object.class, Duration.ofMillis(20))).isEmpty();
    }
}
