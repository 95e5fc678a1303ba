package ends;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.ExitReason.KILLED;
import static otp.ExitReason.NOPROC;
import static otp.ExitReason.NORMAL;
import static otp.ExitReason.SHUTDOWN;
import static otp.Restart.PERMANENT;
import static otp.Restart.TEMPORARY;
import static otp.Restart.TRANSIENT;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;
import otp.Name;
import otp.Restart;
import otp.Shutdown;

import todo.EndEveryProcess;

import java.time.Duration;
import java.util.List;

/** Each prediction is compared with what a supervisor of the runtime does. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChildTest {

    private static final Shutdown SOON = Shutdown.after(Duration.ofMillis(20));
    private static final ExitReason A_BUG = new ExitReason.Crash(new IllegalStateException("bug"));
    private static final ExitReason DONE = new ExitReason.Shutdown("all is done");

    /** A client's ends: the server that it called has ended as intended, and left it unanswered. */
    private static final ExitReason SERVER_ENDED = inCall(NORMAL);

    private static final ExitReason SERVER_SHUT_DOWN = inCall(SHUTDOWN);

    private static final List<ExitReason> CRASHES =
            List.of(A_BUG, KILLED, NOPROC, ExitReason.of("shutdown failed"), SERVER_ENDED);
    private static final List<ExitReason> INTENDED =
            List.of(NORMAL, SHUTDOWN, DONE, SERVER_SHUT_DOWN);

    @Test
    @Tag("task-3")
    @DisplayName("A permanent child is always started again, also after a normal end")
    void a_permanent_child_is_always_restarted() {
        expectAfterEnd(PERMANENT, CRASHES);
        expectAfterEnd(PERMANENT, INTENDED);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A transient child is started again after a crash")
    void a_transient_child_is_restarted_after_a_crash() {
        expectAfterEnd(TRANSIENT, CRASHES);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A transient child that ends as intended, also by a shutdown, is done")
    void a_transient_child_that_ends_as_intended_is_done() {
        expectAfterEnd(TRANSIENT, INTENDED);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A temporary child is never started again")
    void a_temporary_child_is_never_restarted() {
        expectAfterEnd(TEMPORARY, CRASHES);
        expectAfterEnd(TEMPORARY, INTENDED);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A child that is asked to shut down, and ends in time, ends with that reason")
    void a_child_that_is_asked_ends_by_itself() {
        expectAfterStop(Shutdown.after(Duration.ofSeconds(5)), true);
        expectAfterStop(Shutdown.INFINITY, true);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A child that takes too long is killed")
    void a_child_that_takes_too_long_is_killed() {
        expectAfterStop(SOON, false);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A brutal kill neither asks nor waits")
    void a_brutal_kill_asks_nothing() {
        expectAfterStop(Shutdown.BRUTAL_KILL, true);
        expectAfterStop(Shutdown.BRUTAL_KILL, false);
    }

    private static ExitReason inCall(ExitReason reason) {
        return new ExitReason.InCall(reason, new Name<>("server"), "a question");
    }

    private static void expectAfterEnd(Restart restart, List<ExitReason> reasons) {
        for (ExitReason reason : reasons) {
            assertThat(new Child(restart, SOON).isRestartedAfter(reason))
                    .as("whether a %s child is started again that ended with %s", restart, reason)
                    .isEqualTo(SupervisedChild.isRestartedAfter(restart, reason));
        }
    }

    private static void expectAfterStop(Shutdown shutdown, boolean inTime) {
        assertThat(new Child(PERMANENT, shutdown).afterStop(inTime))
                .as(
                        "why a child has ended that %s, stopped with %s",
                        inTime ? "ends when it is asked to" : "takes too long", shutdown)
                .isEqualTo(SupervisedChild.afterStop(shutdown, inTime));
    }
}
