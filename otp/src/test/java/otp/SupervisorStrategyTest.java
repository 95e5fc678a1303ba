package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Supervisor.countChildren;
import static otp.Supervisor.whichChildren;
import static otp.SupervisorFlags.oneForAll;
import static otp.SupervisorFlags.oneForOne;
import static otp.SupervisorFlags.restForOne;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildInfo;

@RuntimeTest
class SupervisorStrategyTest {

    private final Family family = new Family();

    private Pid<Supervisor.Message> supervise(SupervisorFlags flags, ChildSpec<?>... children) {
        Pid<Supervisor.Message> supervisor = family.supervise(flags, children);
        family.events();
        return supervisor;
    }

    /** Kills a child, and waits until its supervisor has done what it does once. */
    private void kill(String id, Pid<Supervisor.Message> supervisor) {
        family.kill(id);
        countChildren(supervisor);
    }

    @Test
    void one_for_one_restarts_only_the_child_that_has_ended() {
        Pid<Supervisor.Message> supervisor = supervise(oneForOne(), family.members("a", "b", "c"));
        kill("b", supervisor);
        assertThat(family.events()).containsExactly("start b");
    }

    @Test
    void one_for_all_stops_the_others_in_reverse_and_starts_all_in_order() {
        Pid<Supervisor.Message> supervisor = supervise(oneForAll(), family.members("a", "b", "c"));
        kill("b", supervisor);
        assertThat(family.events())
                .containsExactly("stop c", "stop a", "start a", "start b", "start c");
    }

    @Test
    void rest_for_one_stops_the_later_ones_in_reverse_and_starts_from_the_ended_one() {
        Pid<Supervisor.Message> supervisor =
                supervise(restForOne(), family.members("a", "b", "c", "d"));
        kill("b", supervisor);
        assertThat(family.events())
                .containsExactly("stop d", "stop c", "start b", "start c", "start d");
    }

    @Test
    void rest_for_one_restarts_the_last_child_alone() {
        Pid<Supervisor.Message> supervisor = supervise(restForOne(), family.members("a", "b"));
        kill("b", supervisor);
        assertThat(family.events()).containsExactly("start b");
    }

    @Test
    void one_for_all_drops_temporary_siblings_for_good() {
        Pid<Supervisor.Message> supervisor =
                supervise(
                        oneForAll(),
                        family.member("a"),
                        family.member("b", Restart.TEMPORARY),
                        family.member("c"));
        kill("a", supervisor);
        assertThat(family.events()).containsExactly("stop c", "stop b", "start a", "start c");
        assertThat(whichChildren(supervisor)).extracting(ChildInfo::id).containsExactly("c", "a");
    }

    @Test
    void rest_for_one_drops_temporary_siblings_that_come_later() {
        Pid<Supervisor.Message> supervisor =
                supervise(
                        restForOne(),
                        family.member("a", Restart.TEMPORARY),
                        family.member("b"),
                        family.member("c", Restart.TEMPORARY));
        kill("b", supervisor);
        assertThat(whichChildren(supervisor)).extracting(ChildInfo::id).containsExactly("b", "a");
    }

    @Test
    void a_temporary_child_that_ends_leaves_its_siblings_alone() {
        Pid<Supervisor.Message> supervisor =
                supervise(oneForAll(), family.member("a"), family.member("b", Restart.TEMPORARY));
        kill("b", supervisor);
        assertThat(family.events()).isEmpty();
    }

    @Test
    void one_for_all_starts_a_stopped_transient_sibling_again() {
        Pid<Supervisor.Message> supervisor =
                supervise(oneForAll(), family.member("a"), family.member("b", Restart.TRANSIENT));
        family.end("b", ExitReason.NORMAL);
        family.events();
        kill("a", supervisor);
        assertThat(family.events()).containsExactly("start a", "start b");
    }

    @Test
    void one_for_all_goes_on_from_the_child_that_did_not_start() {
        Pid<Supervisor.Message> supervisor = supervise(oneForAll(), family.members("a", "b", "c"));
        family.failNextStarts("b", 1);
        kill("c", supervisor);
        Patience.until(() -> countChildren(supervisor).active() == 3);
        assertThat(family.events())
                .containsExactly(
                        "stop b", "stop a", "start a", "fail b", "stop a", "start a", "start b",
                        "start c");
    }

    @Test
    void rest_for_one_goes_on_from_the_child_that_did_not_start() {
        Pid<Supervisor.Message> supervisor = supervise(restForOne(), family.members("a", "b", "c"));
        family.failNextStarts("b", 1);
        kill("a", supervisor);
        Patience.until(() -> countChildren(supervisor).active() == 3);
        assertThat(family.events())
                .containsExactly("stop c", "stop b", "start a", "fail b", "start b", "start c");
    }

    @Test
    void two_children_that_end_at_once_are_both_restarted() {
        Pid<Supervisor.Message> supervisor = supervise(oneForOne(), family.members("a", "b"));
        family.kill("a");
        family.kill("b");
        assertThat(countChildren(supervisor).active()).isEqualTo(2);
    }
}
