package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Supervisor.countChildren;
import static otp.Supervisor.deleteChild;
import static otp.Supervisor.getChildSpec;
import static otp.Supervisor.restartChild;
import static otp.Supervisor.startChild;
import static otp.Supervisor.terminateChild;
import static otp.Supervisor.whichChildren;
import static otp.SupervisorFlags.oneForOne;
import static otp.SupervisorFlags.restForOne;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.Optional;

/** What can be asked and ordered of a supervisor while it runs. */
@RuntimeTest
class SupervisorChildrenTest {

    private final Family family = new Family();

    private Pid<Supervisor.Message> supervise(ChildSpec<?>... children) {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), children);
        family.events();
        return supervisor;
    }

    @Test
    void a_child_can_be_added() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        assertThat(startChild(supervisor, family.member("b")))
                .isEqualTo(new Start.Ok<>(family.pid("b")));
        assertThat(countChildren(supervisor).active()).isEqualTo(2);
    }

    @Test
    void an_added_child_comes_last_in_the_order() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(restForOne(), family.members("a", "b"));
        startChild(supervisor, family.member("c"));
        family.events();
        family.kill("b");
        countChildren(supervisor);
        assertThat(family.events()).containsExactly("stop c", "start b", "start c");
    }

    @Test
    void a_child_is_not_added_under_the_id_of_one_that_runs() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        assertThat(startChild(supervisor, family.member("a")))
                .isEqualTo(new Start.AlreadyStarted<>(family.pid("a")));
        assertThat(family.events()).isEmpty();
    }

    @Test
    void a_child_is_not_added_under_the_id_of_one_that_is_stopped() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        terminateChild(supervisor, "a");
        assertThat(startChild(supervisor, family.member("a")))
                .isEqualTo(new Start.Failed<>(ExitReason.of("already_present")));
    }

    @Test
    void a_child_that_does_not_start_is_not_added() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        family.failNextStarts("b", 1);
        assertThat(startChild(supervisor, family.member("b")))
                .isEqualTo(new Start.Failed<>(Family.BOOM));
        assertThat(countChildren(supervisor).specs()).isOne();
    }

    @Test
    void a_client_that_is_told_of_a_failed_start_finds_nothing_in_the_log() {
        Pid<Supervisor.Message> supervisor = supervise();
        family.failNextStarts("a", 1);
        family.onNextStart("a", () -> new Start.AlreadyStarted<>(Processes.self()));
        try (CapturedLog log = new CapturedLog()) {
            startChild(supervisor, family.member("a"));
            startChild(supervisor, family.member("a"));
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void a_child_that_chooses_not_to_run_is_added_without_a_process() {
        Pid<Supervisor.Message> supervisor = supervise();
        family.onNextStart("a", Start.Ignore::new);
        assertThat(startChild(supervisor, family.member("a"))).isEqualTo(new Start.Ignore<>());
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(1, 0, 0, 1));
    }

    @Test
    void a_terminated_child_is_stopped_and_kept() {
        Pid<Supervisor.Message> supervisor = supervise(family.members("a", "b"));
        assertThat(terminateChild(supervisor, "a")).isEqualTo(ChildChange.OK);
        assertThat(family.events()).containsExactly("stop a");
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(2, 1, 0, 2));
    }

    @Test
    void a_terminated_temporary_child_is_forgotten() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a", Restart.TEMPORARY));
        assertThat(terminateChild(supervisor, "a")).isEqualTo(ChildChange.OK);
        assertThat(terminateChild(supervisor, "a")).isEqualTo(ChildChange.NOT_FOUND);
    }

    @Test
    void a_stopped_child_can_be_terminated_again() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        terminateChild(supervisor, "a");
        assertThat(terminateChild(supervisor, "a")).isEqualTo(ChildChange.OK);
    }

    @Test
    void a_stopped_child_can_be_started_again() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        terminateChild(supervisor, "a");
        Start<?> start = restartChild(supervisor, "a");
        assertThat(start).isEqualTo(new Start.Ok<>(family.pid("a")));
    }

    @Test
    void a_stopped_child_that_does_not_start_again_stays_stopped() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        terminateChild(supervisor, "a");
        family.failNextStarts("a", 1);
        Start<?> start = restartChild(supervisor, "a");
        assertThat(start).isEqualTo(new Start.Failed<>(Family.BOOM));
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(1, 0, 0, 1));
    }

    @Test
    void a_child_that_runs_cannot_be_restarted() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        Start<?> start = restartChild(supervisor, "a");
        assertThat(start).isEqualTo(new Start.Failed<>(ExitReason.of("running")));
    }

    @Test
    void a_stopped_child_can_be_deleted_and_its_id_is_free() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        terminateChild(supervisor, "a");
        assertThat(deleteChild(supervisor, "a")).isEqualTo(ChildChange.OK);
        assertThat(startChild(supervisor, family.member("a"))).isInstanceOf(Start.Ok.class);
    }

    @Test
    void a_child_that_runs_cannot_be_deleted() {
        Pid<Supervisor.Message> supervisor = supervise(family.member("a"));
        assertThat(deleteChild(supervisor, "a")).isEqualTo(ChildChange.RUNNING);
    }

    @Test
    void an_unknown_child_is_not_found() {
        Pid<Supervisor.Message> supervisor = supervise();
        Start<?> start = restartChild(supervisor, "a");
        assertThat(start).isEqualTo(new Start.Failed<>(ExitReason.of("not_found")));
        assertThat(terminateChild(supervisor, "a")).isEqualTo(ChildChange.NOT_FOUND);
        assertThat(deleteChild(supervisor, "a")).isEqualTo(ChildChange.NOT_FOUND);
    }

    @Test
    void the_children_are_told_with_the_last_one_first() {
        Pid<Supervisor.Message> supervisor = supervise(family.members("a", "b"));
        terminateChild(supervisor, "a");
        assertThat(whichChildren(supervisor))
                .containsExactly(
                        info("b", Optional.of(family.pid("b")), Status.RUNNING),
                        info("a", Optional.empty(), Status.STOPPED));
    }

    @Test
    void a_child_is_specified_as_it_was_whether_it_runs_or_not() {
        ChildSpec<?> child = family.member("a").withRestart(Restart.TRANSIENT);
        Pid<Supervisor.Message> supervisor = supervise(child);
        assertThat(getChildSpec(supervisor, "a")).contains(child);
        terminateChild(supervisor, "a");
        assertThat(getChildSpec(supervisor, "a")).contains(child);
        assertThat(getChildSpec(supervisor, "b")).isEmpty();
    }

    @Test
    void a_supervisor_tells_the_flags_that_it_was_started_with() {
        SupervisorFlags flags = restForOne().maxRestarts(7).maxSeconds(60);
        Pid<Supervisor.Message> supervisor = Supervisor.startLink(flags).pid();
        assertThat(Supervisor.getFlags(supervisor)).isEqualTo(flags);
    }

    private static ChildInfo info(String id, Optional<Pid<?>> pid, Status status) {
        return new ChildInfo(id, pid, status, ChildSpec.Type.WORKER);
    }

    @Test
    void supervisors_and_workers_are_counted_apart_and_whether_they_run() {
        ChildSpec<?> below = ChildSpec.supervisor("below", () -> Supervisor.startLink(oneForOne()));
        Pid<Supervisor.Message> supervisor =
                supervise(family.member("a"), family.member("b"), below);
        terminateChild(supervisor, "a");
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(3, 2, 1, 2));
    }

    @Test
    void a_supervisor_that_does_not_run_fails_the_caller_with_noproc() {
        Name<Supervisor.Message> nobody = new Name<>("no_such_supervisor");
        assertThat(Failures.ofCall(() -> countChildren(nobody)).reason())
                .isEqualTo(ExitReason.NOPROC);
    }
}
