package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Supervisor.countChildren;
import static otp.Supervisor.whichChildren;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;
import otp.Supervisor.FailedToStartChild;

import java.util.List;
import java.util.Optional;

@RuntimeTest
class SupervisorStartTest {

    private final Family family = new Family();

    @Test
    void children_are_started_in_order() {
        family.supervise(oneForOne(), family.members("a", "b", "c"));
        assertThat(family.events()).containsExactly("start a", "start b", "start c");
    }

    @Test
    void children_may_come_as_a_list() {
        Processes.trapExits(true);
        Supervisor.startLink(oneForOne(), List.of(family.members("a", "b"))).pid();
        assertThat(family.events()).containsExactly("start a", "start b");
    }

    @Test
    void a_failed_start_is_reported_with_the_child() {
        Processes.trapExits(true);
        family.failNextStarts("a", 1);
        try (CapturedLog log = new CapturedLog()) {
            Supervisor.startLink(oneForOne(), family.member("a"));
            assertThat(log.errors())
                    .contains("child a did not start: " + new Start.Failed<>(Family.BOOM));
        }
    }

    @Test
    void a_supervisor_needs_no_children() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(0, 0, 0, 0));
    }

    @Test
    void a_supervisor_is_found_by_its_name() {
        Processes.trapExits(true);
        Name<Supervisor.Message> name = new Name<>(FreshName.of("supervisor"));
        Supervisor.startLink(name, oneForOne(), family.member("a")).pid();
        assertThat(countChildren(name).active()).isOne();
    }

    @Test
    void children_are_linked_with_the_supervisor() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        assertThat(Processes.info(family.pid("a")).orElseThrow().links())
                .containsExactly(supervisor);
    }

    @Test
    void a_child_that_does_not_start_fails_the_start_and_stops_those_before_it_in_reverse() {
        Processes.trapExits(true);
        family.failNextStarts("c", 1);
        Start<Supervisor.Message> start =
                Supervisor.startLink(oneForOne(), family.members("a", "b", "c", "d"));
        assertThat(start)
                .isEqualTo(
                        new Start.Failed<>(
                                new ExitReason.Shutdown(new FailedToStartChild("c", Family.BOOM))));
        assertThat(family.events())
                .containsExactly("start a", "start b", "fail c", "stop b", "stop a");
    }

    @Test
    void a_failed_start_takes_a_parent_that_does_not_trap_with_it() {
        family.failNextStarts("a", 1);
        ExitReason end =
                Patience.endOf(() -> Supervisor.startLink(oneForOne(), family.member("a")));
        assertThat(end)
                .isEqualTo(new ExitReason.Shutdown(new FailedToStartChild("a", Family.BOOM)));
    }

    @Test
    void a_child_whose_name_is_taken_fails_the_start() {
        Processes.trapExits(true);
        Pid<ScriptedServer.Message> holder = GenServer.start(ScriptedServer::new).pid();
        family.onNextStart("a", () -> new Start.AlreadyStarted<>(holder));
        assertThat(Supervisor.startLink(oneForOne(), family.member("a")))
                .isInstanceOf(Start.Failed.class)
                .asString()
                .contains(holder.toString());
    }

    @Test
    void a_start_function_that_throws_fails_the_start_with_what_it_threw() {
        Processes.trapExits(true);
        IllegalStateException thrown = new IllegalStateException("no file");
        family.onNextStart(
                "a",
                () -> {
                    throw thrown;
                });
        ExitReason reason = new ExitReason.Crash(thrown);
        assertThat(Supervisor.startLink(oneForOne(), family.member("a")))
                .isEqualTo(
                        new Start.Failed<>(
                                new ExitReason.Shutdown(new FailedToStartChild("a", reason))));
    }

    @Test
    void a_child_that_chooses_not_to_run_is_kept_without_a_process() {
        family.onNextStart("a", Start.Ignore::new);
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        assertThat(whichChildren(supervisor))
                .containsExactly(
                        new ChildInfo(
                                "a", Optional.empty(), Status.STOPPED, ChildSpec.Type.WORKER));
    }

    @Test
    void a_temporary_child_that_chooses_not_to_run_is_forgotten() {
        family.onNextStart("a", Start.Ignore::new);
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a", Restart.TEMPORARY));
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void two_children_with_one_id_are_refused_and_none_is_started() {
        Processes.trapExits(true);
        Start<Supervisor.Message> start =
                Supervisor.startLink(oneForOne(), family.members("a", "b", "a"));
        assertThat(start)
                .isEqualTo(
                        new Start.Failed<>(
                                ExitReason.of(
                                        "two children have the id a: give each an id of its own")));
        assertThat(family.events()).isEmpty();
    }

    @Test
    void a_negative_intensity_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneForOne().maxRestarts(-1))
                .withMessage("maxRestarts is below 0: -1");
    }

    @Test
    void a_period_of_no_time_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneForOne().maxSeconds(0))
                .withMessage("maxSeconds is not above 0: 0");
    }
}
