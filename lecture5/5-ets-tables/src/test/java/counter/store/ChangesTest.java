package counter.store;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangesTest {

    @Test
    @Tag("task-4")
    @DisplayName("Equal changes are kept as often as they came, the oldest first")
    void equal_changes_are_kept() {
        Owner.of(Changes::create);

        Changes.note("W1", 1);
        Changes.note("W2", 1);
        Changes.note("W1", 5);
        Changes.note("W1", 1);

        assertThat(Changes.of("W1")).as("the changes of W1").containsExactly(1, 5, 1);
        assertThat(Changes.of("W2")).as("the changes of W2").containsExactly(1);
        assertThat(Changes.of("W3")).as("the changes of W3").isEmpty();
    }

    @Test
    @Tag("task-4")
    @DisplayName("Every process may note a change")
    void every_process_may_write() {
        Pid<Owner.Run> owner = Owner.of(Changes::create);

        Changes.note("W1", 1);
        Owner.run(owner, () -> Changes.note("W1", 2));

        assertThat(Changes.of("W1")).as("the changes of W1").containsExactly(1, 2);
    }
}
