package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Meeting.waitShortly;
import static otp.Meeting.yieldUntil;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.demonitor;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

@RuntimeTest
class MonitorTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    private final Gate gate = new Gate();

    @Test
    void a_monitor_is_answered_with_the_reason_of_the_end() {
        Pid<Object> process = spawn(this::failAtTheGate);
        Monitor monitor = monitor(process);
        gate.open();
        assertThat(received(Down.class)).isEqualTo(new Down(monitor, process, BOOM));
    }

    @Test
    void a_monitor_stays_if_another_process_would_end_it() {
        Monitor monitor = monitor(spawn(this::failAtTheGate));
        assertThatThrownBy(() -> inProcess(() -> demonitor(monitor)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(monitor + " cannot be ended by ");
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(BOOM);
    }

    @Test
    void a_monitor_on_an_ended_process_is_answered_at_once_with_noproc() {
        Pid<Object> process = spawn(() -> {});
        reasonOf(monitor(process));
        Monitor monitor = monitor(process);
        assertThat(receive(Down.class, Duration.ZERO))
                .contains(new Down(monitor, process, ExitReason.NOPROC));
    }

    @Test
    void a_monitor_on_an_unknown_name_is_answered_at_once_with_noproc() {
        Name<Object> nobody = new Name<>("nobody");
        Monitor monitor = monitor(nobody);
        assertThat(receive(Down.class, Duration.ZERO))
                .contains(new Down(monitor, nobody, ExitReason.NOPROC));
    }

    @Test
    void a_monitor_on_a_name_is_answered_with_the_name() {
        Name<Object> name = new Name<>("monitored_by_name");
        register(spawn(this::failAtTheGate), name);
        Monitor monitor = monitor(name);
        gate.open();
        assertThat(received(Down.class)).isEqualTo(new Down(monitor, name, BOOM));
    }

    @Test
    void each_monitor_is_answered_once() {
        Pid<Object> process = spawn(this::failAtTheGate);
        Monitor first = monitor(process);
        Monitor second = monitor(process);
        gate.open();
        assertThat(reasonOf(first)).isEqualTo(BOOM);
        assertThat(reasonOf(second)).isEqualTo(BOOM);
        assertThat(receive(Down.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_monitor_is_one_way() {
        Pid<Object> test = self();
        Pid<Object> monitored = spawn(() -> send(test, receive()));
        Pid<Object> owner =
                spawn(() -> {
                    monitor(monitored);
                    failAtTheGate();
                });
        Monitor ofOwner = monitor(owner);
        gate.open();
        reasonOf(ofOwner);
        send(monitored, "still there");
        assertThat(received(String.class)).isEqualTo("still there");
    }

    @Test
    void a_monitor_ended_in_time_is_never_answered() {
        Pid<Object> process = spawn(this::failAtTheGate);
        Monitor ended = monitor(process);
        Monitor kept = monitor(process);
        assertThat(demonitor(ended)).isTrue();
        gate.open();
        reasonOf(kept);
        assertThat(receive(Down.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void ending_a_monitor_against_the_end_of_its_process_tells_the_truth() {
        for (int round = 0; round < 4_000; round++) {
            AtomicBoolean end = new AtomicBoolean();
            Monitor monitor = monitor(spawn(() -> yieldUntil(end)));
            end.set(true);
            waitShortly(round % 400);
            boolean inTime = demonitor(monitor);
            assertThat(receive(Down.class, Duration.ZERO).isEmpty()).isEqualTo(inTime);
        }
    }

    @Test
    void a_process_that_is_monitored_from_its_start_never_ends_unseen() {
        for (int round = 0; round < 1_000; round++) {
            assertThat(reasonOf(Processes.spawnMonitor(() -> {}))).isEqualTo(ExitReason.NORMAL);
        }
    }

    @Test
    void a_monitor_that_was_answered_cannot_be_ended() {
        Monitor monitor = monitor(new Name<>("nobody"));
        assertThat(demonitor(monitor)).isFalse();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NOPROC);
    }

    private void failAtTheGate() {
        gate.pass();
        throw new Exit(BOOM);
    }
}
