package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Supervisor.countChildren;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RuntimeTest
class SupervisorIntensityTest {

    private final Family family = new Family();
    private final TurnedClock clock = new TurnedClock();

    private Pid<Supervisor.Message> supervise(SupervisorFlags flags, String... ids) {
        return family.supervise(flags.clock(clock), family.members(ids));
    }

    private void killAndAwaitRestart(String id, Pid<Supervisor.Message> supervisor) {
        family.kill(id);
        assertThat(countChildren(supervisor).active()).isPositive();
    }

    @Test
    void three_restarts_in_five_seconds_are_borne_by_default_and_a_fourth_is_not() {
        Pid<Supervisor.Message> supervisor = supervise(oneForOne(), "a");
        Monitor monitor = monitor(supervisor);
        for (int restart = 0; restart < 3; restart++) {
            killAndAwaitRestart("a", supervisor);
        }
        family.kill("a");
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void no_restart_at_all_may_be_borne() {
        Monitor monitor = monitor(supervise(oneForOne().maxRestarts(0), "a"));
        family.kill("a");
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void restarts_of_different_children_count_together() {
        Pid<Supervisor.Message> supervisor = supervise(oneForOne().maxRestarts(1), "a", "b");
        Monitor monitor = monitor(supervisor);
        killAndAwaitRestart("a", supervisor);
        family.kill("b");
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void the_other_children_are_stopped_when_a_supervisor_gives_up() {
        Pid<Supervisor.Message> supervisor = supervise(oneForOne().maxRestarts(0), "a", "b", "c");
        Monitor monitor = monitor(supervisor);
        family.events();
        family.kill("b");
        reasonOf(monitor);
        assertThat(family.events()).containsExactly("stop c", "stop a");
    }

    @Test
    void every_failed_attempt_counts() {
        Monitor monitor = monitor(supervise(oneForOne().maxRestarts(2), "a"));
        family.failNextStarts("a", 10);
        family.kill("a");
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(family.events()).containsExactly("start a", "fail a", "fail a");
    }

    /** The clock stands at a whole second at first. */
    @ParameterizedTest
    @ValueSource(longs = {0, 999, 1_000, 1_999})
    void restarts_count_together_if_the_whole_seconds_are_within_the_period(long millis) {
        Pid<Supervisor.Message> supervisor =
                supervise(oneForOne().maxRestarts(1).maxSeconds(1), "a");
        Monitor monitor = monitor(supervisor);
        killAndAwaitRestart("a", supervisor);
        clock.turn(millis);
        family.kill("a");
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void restarts_do_not_count_together_if_the_whole_seconds_are_further_apart() {
        Pid<Supervisor.Message> supervisor =
                supervise(oneForOne().maxRestarts(1).maxSeconds(1), "a");
        killAndAwaitRestart("a", supervisor);
        clock.turn(2_000);
        killAndAwaitRestart("a", supervisor);
    }

    @Test
    void little_more_than_a_period_is_enough_if_it_meets_two_whole_seconds() {
        clock.turn(999);
        Pid<Supervisor.Message> supervisor =
                supervise(oneForOne().maxRestarts(1).maxSeconds(1), "a");
        killAndAwaitRestart("a", supervisor);
        clock.turn(1_001);
        killAndAwaitRestart("a", supervisor);
    }

    @Test
    void a_supervisor_above_restarts_one_that_has_given_up() {
        ChildSpec<Supervisor.Message> below =
                ChildSpec.supervisor(
                        "below",
                        () -> Supervisor.startLink(oneForOne().maxRestarts(0), family.member("a")));
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), below);
        Pid<?> before = Supervisor.whichChildren(supervisor).getFirst().pid().orElseThrow();
        Monitor monitor = monitor(before);
        family.kill("a");
        reasonOf(monitor);
        assertThat(countChildren(supervisor).active()).isOne();
        assertThat(family.events()).containsExactly("start a", "start a");
    }

    @Test
    void a_supervisor_that_gives_up_says_so() {
        Monitor monitor = monitor(supervise(oneForOne().maxRestarts(0), "a"));
        try (CapturedLog log = new CapturedLog()) {
            family.kill("a");
            reasonOf(monitor);
            assertThat(log.errors())
                    .anyMatch(line ->
                            line.endsWith(
                                    "gives up: more than 0 restarts within 5 s, at last of"
                                            + " child a"));
        }
    }
}
