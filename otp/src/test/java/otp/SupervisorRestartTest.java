package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Supervisor.countChildren;
import static otp.Supervisor.whichChildren;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

@RuntimeTest
class SupervisorRestartTest {

    private final Family family = new Family();

    @ParameterizedTest
    @CsvSource({
        "PERMANENT, normal, 1, 1", "PERMANENT, shutdown, 1, 1", "PERMANENT, boom, 1, 1",
        "TRANSIENT, normal, 1, 0", "TRANSIENT, shutdown, 1, 0", "TRANSIENT, boom, 1, 1",
        "TEMPORARY, normal, 0, 0", "TEMPORARY, shutdown, 0, 0", "TEMPORARY, boom, 0, 0"
    })
    void a_child_comes_back_or_is_kept_as_its_restart_type_says(
            Restart restart, String reason, int specs, int active) {
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a", restart));
        family.end("a", ExitReason.of(reason));
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(specs, active, 0, specs));
    }

    @Test
    void a_transient_child_does_not_come_back_after_a_shutdown_that_says_more() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a", Restart.TRANSIENT));
        family.end("a", new ExitReason.Shutdown("done"));
        assertThat(countChildren(supervisor).active()).isZero();
    }

    @Test
    void a_transient_child_whose_callee_was_shut_down_is_neither_restarted_nor_reported() {
        Pid<ScriptedServer.Message> callee = GenServer.start(ScriptedServer::new).pid();
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne().maxRestarts(0), family.member("a", Restart.TRANSIENT));
        Monitor monitor = Processes.monitor(family.pid("a"));
        ScriptedServer.Ask shutdown =
                new ScriptedServer.Ask((_, _, state) -> GenServer.stop(ExitReason.SHUTDOWN, state));
        try (CapturedLog log = new CapturedLog()) {
            GenServer.cast(
                    family.pid("a"),
                    ScriptedServer.Tell.toRun(() -> GenServer.call(callee, shutdown)));
            assertThat(Patience.reasonOf(monitor))
                    .isEqualTo(new ExitReason.InCall(ExitReason.SHUTDOWN, callee, shutdown));
            assertThat(countChildren(supervisor).active()).isZero();
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void a_restarted_child_is_another_process() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Pid<?> before = family.pid("a");
        family.kill("a");
        assertThat(whichChildren(supervisor).getFirst().pid()).contains(family.pid("a"));
        assertThat(family.pid("a")).isNotEqualTo(before);
    }

    @Test
    void a_restart_that_fails_is_tried_again() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        family.failNextStarts("a", 2);
        family.kill("a");
        Patience.until(() -> countChildren(supervisor).active() == 1);
        assertThat(family.events()).containsExactly("start a", "fail a", "fail a", "start a");
    }

    @Test
    void a_child_that_chooses_not_to_come_back_is_kept_without_a_process() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        family.onNextStart("a", Start.Ignore::new);
        family.kill("a");
        assertThat(whichChildren(supervisor))
                .extracting(ChildInfo::status)
                .containsExactly(Status.STOPPED);
    }

    /** Has a client ask the supervisor after one failed attempt and before the next. */
    private <T> T betweenTwoAttempts(Pid<Supervisor.Message> supervisor, Supplier<T> question) {
        family.onNextStart(
                "a",
                () -> {
                    Patience.untilQueued(supervisor, 1);
                    return new Start.Failed<>(Family.BOOM);
                });
        family.kill("a");
        CompletableFuture<T> answer = new CompletableFuture<>();
        Processes.spawn(() -> answer.complete(question.get()));
        return Patience.valueOf(answer);
    }

    @Test
    void a_child_that_is_being_restarted_is_told_as_such() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        assertThat(betweenTwoAttempts(supervisor, () -> whichChildren(supervisor)))
                .extracting(ChildInfo::status)
                .containsExactly(Status.RESTARTING);
    }

    @Test
    void a_child_that_is_being_restarted_can_be_terminated() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        assertThat(betweenTwoAttempts(supervisor, () -> Supervisor.terminateChild(supervisor, "a")))
                .isEqualTo(ChildChange.OK);
        assertThat(whichChildren(supervisor))
                .extracting(ChildInfo::status)
                .containsExactly(Status.STOPPED);
    }

    @Test
    void a_child_that_is_being_restarted_cannot_be_restarted() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Start<?> start =
                betweenTwoAttempts(supervisor, () -> Supervisor.restartChild(supervisor, "a"));
        assertThat(start).isEqualTo(new Start.Failed<>(ExitReason.of("restarting")));
    }

    @Test
    void a_child_that_is_being_restarted_cannot_be_deleted() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        assertThat(betweenTwoAttempts(supervisor, () -> Supervisor.deleteChild(supervisor, "a")))
                .isEqualTo(ChildChange.RESTARTING);
    }

    @Test
    void a_crash_is_reported_with_the_child_and_the_reason() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        String pid = family.pid("a").toString();
        try (CapturedLog log = new CapturedLog()) {
            family.kill("a");
            countChildren(supervisor);
            assertThat(log.errors()).contains("child a ended as " + pid + ": killed");
        }
    }
}
