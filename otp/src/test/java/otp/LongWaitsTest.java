package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A wait of seconds costs no timer, and nobody can tell. */
@RuntimeTest
class LongWaitsTest {

    private static final Duration LONG = Duration.ofMillis(1300);

    @Test
    void a_process_waits_as_long_as_it_said() {
        assertThat(Patience.inProcess(LongWaitsTest::waitInVain)).isGreaterThanOrEqualTo(LONG);
    }

    @Test
    void a_thread_that_is_a_process_waits_as_long_as_it_said() {
        assertThat(waitInVain()).isGreaterThanOrEqualTo(LONG);
    }

    @Test
    void a_message_ends_the_wait() {
        Pid<Object> self = self();
        spawn(() -> {
            Patience.untilWaiting(self);
            send(self, "come");
        });
        assertThat(receive(String.class, Patience.LIMIT)).contains("come");
    }

    private static Duration waitInVain() {
        long begin = System.nanoTime();
        assertThat(receive(String.class, LONG)).isEmpty();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
