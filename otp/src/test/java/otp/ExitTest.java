package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;

@RuntimeTest
class ExitTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    @Test
    void an_exit_that_is_thrown_ends_the_process_with_its_reason() {
        assertThat(endOf(() -> raise(BOOM))).isEqualTo(BOOM);
    }

    @Test
    void anything_else_that_is_thrown_ends_the_process_as_a_crash() {
        RuntimeException exception = new IllegalStateException("no change left");
        assertThat(
                        endOf(() -> {
                            throw exception;
                        }))
                .isEqualTo(new ExitReason.Crash(exception));
    }

    @Test
    void an_error_ends_the_process_as_a_crash_too() {
        Error error = new StackOverflowError();
        assertThat(
                        endOf(() -> {
                            throw error;
                        }))
                .isEqualTo(new ExitReason.Crash(error));
    }

    @Test
    void an_exit_that_is_caught_ends_nothing() {
        ExitReason reason =
                endOf(() -> {
                    try {
                        raise(BOOM);
                    } catch (Exit exit) {
                        assertThat(exit.reason()).isEqualTo(BOOM);
                    }
                });
        assertThat(reason).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void an_exit_signal_ends_another_process_with_its_reason() {
        Pid<Object> process = spawn(Processes::receive);
        Monitor monitor = monitor(process);
        exit(process, ExitReason.SHUTDOWN);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_normal_exit_signal_from_another_process_is_ignored() {
        Pid<Object> test = self();
        Pid<Object> process = spawn(() -> send(test, receive()));
        exit(process, ExitReason.NORMAL);
        send(process, "still there");
        assertThat(received(String.class)).isEqualTo("still there");
    }

    @Test
    void a_normal_exit_signal_from_itself_ends_the_process() {
        ExitReason reason =
                endOf(() -> {
                    exit(self(), ExitReason.NORMAL);
                    raise(BOOM);
                });
        assertThat(reason).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void an_exit_signal_from_itself_does_not_return() {
        AtomicBoolean returned = new AtomicBoolean();
        ExitReason reason =
                endOf(() -> {
                    exit(self(), BOOM);
                    returned.set(true);
                });
        assertThat(reason).isEqualTo(BOOM);
        assertThat(returned).isFalse();
    }

    @Test
    void a_process_that_traps_exits_receives_each_signal_as_a_message() {
        trapExits(true);
        Pid<Object> test = self();
        Pid<Object> other =
                spawn(() -> {
                    exit(test, ExitReason.NORMAL);
                    exit(test, BOOM);
                });
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(other, ExitReason.NORMAL));
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(other, BOOM));
        exit(test, BOOM);
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(test, BOOM));
    }

    @Test
    void trapping_exits_says_what_held_before() {
        assertThat(trapExits(true)).isFalse();
        assertThat(trapExits(true)).isTrue();
        assertThat(trapExits(false)).isTrue();
        assertThat(trapExits(false)).isFalse();
    }

    @Test
    void messages_and_signals_of_one_process_arrive_in_their_order() {
        trapExits(true);
        Pid<Object> test = self();
        Pid<Object> other =
                spawn(() -> {
                    for (int round = 0; round < 1_000; round++) {
                        send(test, round);
                        exit(test, BOOM);
                    }
                });
        for (int round = 0; round < 1_000; round++) {
            assertThat(receive()).isEqualTo(round);
            assertThat(receive()).isEqualTo(new ExitMessage(other, BOOM));
        }
    }

    @Test
    void nobody_finds_a_process_alive_that_it_has_ended() {
        for (int round = 0; round < 5_000; round++) {
            Pid<Object> process = spawn(Processes::receive);
            exit(process, ExitReason.KILL);
            assertThat(isAlive(process)).isFalse();
        }
    }

    @Test
    void an_exit_signal_to_an_ended_process_changes_nothing() {
        Pid<Object> process = spawn(Processes::receive);
        Monitor monitor = monitor(process);
        exit(process, ExitReason.SHUTDOWN);
        exit(process, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
        exit(process, ExitReason.KILL);
        assertThat(reasonOf(monitor(process))).isEqualTo(ExitReason.NOPROC);
    }

    private static void raise(ExitReason reason) {
        throw new Exit(reason);
    }
}
