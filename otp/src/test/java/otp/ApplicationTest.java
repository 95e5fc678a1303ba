package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;

import otp.Supervisor.FailedToStartChild;

@RuntimeTest
class ApplicationTest {

    private final Family family = new Family();
    private final Name<Application.Message> name = new Name<>(FreshName.of("application"));

    private Start<Application.Message> start(SupervisorFlags flags, String... ids) {
        return Application.start(name, () -> Supervisor.startLink(flags, family.members(ids)));
    }

    @Test
    void its_tree_runs_when_start_returns() {
        start(oneForOne(), "a", "b").pid();
        assertThat(family.events()).containsExactly("start a", "start b");
        assertThat(Supervisor.countChildren(Application.supervisor(name)).active()).isEqualTo(2);
    }

    @Test
    void stop_ends_the_tree_in_reverse_and_returns_when_it_has_ended() {
        start(oneForOne(), "a", "b").pid();
        Pid<?> top = Application.supervisor(name);
        Monitor monitor = monitor(top);
        family.events();
        Application.stop(name);
        assertThat(family.events()).containsExactly("stop b", "stop a");
        assertThat(Processes.isAlive(top)).isFalse();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void it_can_be_started_again_after_it_was_stopped() {
        start(oneForOne(), "a").pid();
        Application.stop(name);
        assertThat(start(oneForOne(), "a")).isInstanceOf(Start.Ok.class);
    }

    @Test
    void it_is_not_started_twice() {
        Pid<Application.Message> first = start(oneForOne(), "a").pid();
        assertThat(start(oneForOne(), "a")).isEqualTo(new Start.AlreadyStarted<>(first));
        assertThat(family.events()).containsExactly("start a");
    }

    @Test
    void it_outlives_whoever_starts_it() {
        Patience.endOf(() -> start(oneForOne(), "a"));
        assertThat(Supervisor.countChildren(Application.supervisor(name)).active()).isOne();
    }

    @Test
    void it_fails_to_start_with_the_reason_of_its_tree_and_leaves_nothing() {
        family.failNextStarts("b", 1);
        assertThat(start(oneForOne(), "a", "b"))
                .isEqualTo(
                        new Start.Failed<>(
                                new ExitReason.Shutdown(new FailedToStartChild("b", Family.BOOM))));
        assertThat(family.events()).containsExactly("start a", "fail b", "stop a");
        assertThat(Processes.whereis(name)).isEmpty();
    }

    @Test
    void it_ends_with_the_supervisor_at_the_top_and_reports_it() {
        start(oneForOne().maxRestarts(0), "a").pid();
        Monitor monitor = monitor(name);
        try (CapturedLog log = new CapturedLog()) {
            family.kill("a");
            assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
            assertThat(log.errors()).contains("Application " + name + " has ended: shutdown");
        }
    }

    @Test
    void it_ends_with_the_reason_of_a_killed_supervisor() {
        start(oneForOne(), "a").pid();
        Monitor monitor = monitor(name);
        Processes.exit(Application.supervisor(name), ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void one_that_is_killed_has_its_tree_shut_down() {
        Pid<Application.Message> application = start(oneForOne(), "a").pid();
        Monitor monitor = monitor(family.pid("a"));
        Processes.exit(application, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void to_stop_one_that_does_not_run_fails_with_noproc() {
        assertThat(Failures.ofExit(() -> Application.stop(name))).isEqualTo(ExitReason.NOPROC);
    }
}
