package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class ControlCTest {

    private final AtomicLong clock = new AtomicLong();
    private final ControlC controlC = new ControlC(clock::get);

    @Test
    void it_is_meant_for_the_process_that_has_the_terminal() {
        assertThat(controlC.isPressed()).isFalse();

        controlC.hear();

        assertThat(controlC.isPressed()).isTrue();
    }

    @Test
    void it_is_not_meant_for_the_one_that_has_lent_it() {
        controlC.lend();
        controlC.hear();
        controlC.takeBack();

        assertThat(controlC.isPressed()).isFalse();
    }

    @Test
    void what_ended_the_other_process_may_be_late() {
        controlC.lend();
        controlC.takeBack();
        controlC.hear();

        assertThat(controlC.isPressed()).isFalse();
    }

    @Test
    void a_second_later_it_is_meant_for_this_process_again() {
        controlC.lend();
        controlC.takeBack();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        controlC.hear();

        assertThat(controlC.isPressed()).isTrue();
    }
}
