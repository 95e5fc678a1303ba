package ends;

import static ends.Neighbour.Tie.LINK;
import static ends.Neighbour.Tie.MONITOR;
import static ends.Neighbour.Tie.NONE;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.ExitReason.KILL;
import static otp.ExitReason.KILLED;
import static otp.ExitReason.NOPROC;
import static otp.ExitReason.NORMAL;
import static otp.ExitReason.SHUTDOWN;
import static otp.ExitReason.TIMEOUT;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;

import todo.EndEveryProcess;

import java.util.List;

/** Each prediction is compared with what processes of the runtime do. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NeighbourTest {

    private static final ExitReason A_BUG = new ExitReason.Crash(new IllegalStateException("bug"));
    private static final ExitReason DONE = new ExitReason.Shutdown("all is done");

    /** All but normal, and but kill, which is one thing as a signal and another as an end. */
    private static final List<ExitReason> ABNORMAL =
            List.of(SHUTDOWN, DONE, A_BUG, KILLED, NOPROC, TIMEOUT, ExitReason.of("abnormal"));

    /** What is equal is the same reason. */
    private static final List<ExitReason> NORMAL_ENDS = List.of(NORMAL, ExitReason.of("normal"));

    private static final List<ExitReason> KILLS = List.of(KILL, ExitReason.of("kill"));

    @Test
    @Tag("task-1")
    @DisplayName("The exit signal 'normal' does nothing to a process that traps no exits")
    void normal_does_nothing() {
        expectAfterExit(false, NORMAL_ENDS);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Any other exit signal ends a process that traps no exits, with its reason")
    void any_other_reason_ends_a_process() {
        expectAfterExit(false, ABNORMAL);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A process that traps exits is told of the signal, also of 'normal'")
    void a_process_that_traps_exits_is_told() {
        expectAfterExit(true, NORMAL_ENDS);
        expectAfterExit(true, ABNORMAL);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The exit signal 'kill' ends every process, and others see another reason")
    void a_kill_ends_every_process() {
        expectAfterExit(false, KILLS);
        expectAfterExit(true, KILLS);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that returns ends no process that is linked with it")
    void a_normal_end_harms_no_linked_process() {
        expectAfterEnd(LINK, false, NORMAL_ENDS);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Any other end ends a linked process as well, with the same reason")
    void any_other_end_ends_a_linked_process() {
        expectAfterEnd(LINK, false, ABNORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A linked process that traps exits is told of every end, and lives on")
    void a_linked_process_that_traps_exits_is_told() {
        expectAfterEnd(LINK, true, NORMAL_ENDS);
        expectAfterEnd(LINK, true, ABNORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that ends by itself with 'kill' is no kill for those linked with it")
    void an_end_with_kill_can_be_trapped() {
        expectAfterEnd(LINK, true, KILLS);
        expectAfterEnd(LINK, false, KILLS);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A monitor is told of every end, and its owner lives on, trapping exits or not")
    void a_monitor_is_told_of_every_end() {
        expectAfterEnd(MONITOR, false, List.of(NORMAL, KILL));
        expectAfterEnd(MONITOR, true, List.of(NORMAL, KILL));
        expectAfterEnd(MONITOR, false, ABNORMAL);
        expectAfterEnd(MONITOR, true, ABNORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that has neither link nor monitor hears nothing of an end")
    void without_a_tie_nothing_happens() {
        expectAfterEnd(NONE, false, List.of(NORMAL, KILL));
        expectAfterEnd(NONE, true, List.of(NORMAL, KILL));
        expectAfterEnd(NONE, false, ABNORMAL);
        expectAfterEnd(NONE, true, ABNORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that is gone already has ended with 'noproc', for a link or a monitor")
    void what_is_gone_has_ended_with_noproc() {
        for (Neighbour.Tie tie : Neighbour.Tie.values()) {
            for (boolean trapsExits : List.of(true, false)) {
                assertThat(new Neighbour(tie, trapsExits).afterEnd(NOPROC))
                        .as("%s that has ended before", tied(tie, trapsExits))
                        .isEqualTo(Experiment.afterTyingToTheDead(tie, trapsExits));
            }
        }
    }

    private static void expectAfterExit(boolean trapsExits, List<ExitReason> reasons) {
        for (ExitReason reason : reasons) {
            Outcome outcome = Experiment.afterExit(trapsExits, reason);
            for (Neighbour.Tie tie : Neighbour.Tie.values()) {
                assertThat(new Neighbour(tie, trapsExits).afterExit(reason))
                        .as(
                                "exit(pid, %s), where pid is %s, and a third process calls exit",
                                reason, tied(tie, trapsExits))
                        .isEqualTo(outcome);
            }
        }
    }

    private static void expectAfterEnd(
            Neighbour.Tie tie, boolean trapsExits, List<ExitReason> reasons) {
        for (ExitReason reason : reasons) {
            assertThat(new Neighbour(tie, trapsExits).afterEnd(reason))
                    .as("%s that ends with %s", tied(tie, trapsExits), reason)
                    .isEqualTo(Experiment.afterEnd(tie, trapsExits, reason));
        }
    }

    private static String tied(Neighbour.Tie tie, boolean trapsExits) {
        String tied =
                switch (tie) {
                    case NONE -> "knows nothing of one";
                    case LINK -> "is linked with one";
                    case MONITOR -> "monitors one";
                };
        return "a process that %s, and %s".formatted(traps(trapsExits), tied);
    }

    private static String traps(boolean trapsExits) {
        return trapsExits ? "traps exits" : "traps no exits";
    }
}
