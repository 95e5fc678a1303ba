package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.DynamicSupervisor.countChildren;
import static otp.DynamicSupervisor.startChild;
import static otp.DynamicSupervisor.terminateChild;
import static otp.DynamicSupervisor.whichChildren;
import static otp.DynamicSupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

@RuntimeTest
class DynamicSupervisorRestartTest {

    private final Family family = new Family();

    @ParameterizedTest
    @CsvSource({
        "PERMANENT, normal, 1", "PERMANENT, shutdown, 1", "PERMANENT, boom, 1",
        "TRANSIENT, normal, 0", "TRANSIENT, shutdown, 0", "TRANSIENT, boom, 1",
        "TEMPORARY, normal, 0", "TEMPORARY, shutdown, 0", "TEMPORARY, boom, 0"
    })
    void a_child_comes_back_as_its_restart_type_says(Restart restart, String reason, int kept) {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a", restart));
        family.end("a", ExitReason.of(reason));
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(kept, kept, 0, kept));
    }

    @Test
    void a_transient_child_does_not_come_back_after_a_shutdown_that_says_more() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a", Restart.TRANSIENT));
        family.end("a", new ExitReason.Shutdown("done"));
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void only_the_child_that_has_ended_is_restarted() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a"));
        startChild(supervisor, family.member("b"));
        family.kill("a");
        assertThat(countChildren(supervisor).active()).isEqualTo(2);
        assertThat(family.events()).containsExactly("start a", "start b", "start a");
    }

    @Test
    void a_restart_that_fails_is_tried_again() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a"));
        family.failNextStarts("a", 2);
        family.kill("a");
        Patience.until(() -> countChildren(supervisor).active() == 1);
        assertThat(family.events()).containsExactly("start a", "fail a", "fail a", "start a");
    }

    @Test
    void every_attempt_counts_as_a_restart() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxRestarts(2));
        Monitor monitor = Processes.monitor(supervisor);
        startChild(supervisor, family.member("a"));
        family.failNextStarts("a", 10);
        family.kill("a");
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(family.events()).containsExactly("start a", "fail a", "fail a");
    }

    @Test
    void a_child_that_chooses_not_to_come_back_is_forgotten() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a"));
        family.onNextStart("a", Start.Ignore::new);
        family.kill("a");
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void a_child_that_is_being_restarted_is_told_as_such_and_is_not_active() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        CompletableFuture<ChildInfo> info = new CompletableFuture<>();
        CompletableFuture<ChildCount> count = new CompletableFuture<>();
        betweenTwoAttempts(
                supervisor,
                () -> {
                    info.complete(whichChildren(supervisor).getFirst());
                    count.complete(countChildren(supervisor));
                });
        assertThat(Patience.valueOf(info))
                .isEqualTo(
                        new ChildInfo(
                                "undefined",
                                Optional.empty(),
                                Status.RESTARTING,
                                ChildSpec.Type.WORKER));
        assertThat(Patience.valueOf(count)).isEqualTo(new ChildCount(1, 0, 0, 1));
    }

    /** The supervisor takes the first signal for the end of the child, which lives on. */
    @ParameterizedTest
    @CsvSource({"normal", "shutdown", "boom"})
    void what_a_child_signals_while_it_is_being_restarted_is_no_end_of_it(String reason) {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a", Restart.TRANSIENT));
        family.failNextStarts("a", 1);
        Sys.suspend(supervisor);
        GenServer.call(
                family.pid("a"),
                new ScriptedServer.Ask((_, request, state) -> {
                    Processes.exit(supervisor, Family.BOOM);
                    Processes.exit(supervisor, ExitReason.of(reason));
                    return GenServer.reply(request, state, state);
                }));
        Sys.resume(supervisor);
        Patience.until(() -> countChildren(supervisor).active() == 1);
        assertThat(family.events()).containsExactly("start a", "fail a", "start a");
    }

    @Test
    void a_child_that_is_being_restarted_can_be_terminated_by_its_last_pid() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        CompletableFuture<ChildChange> change = new CompletableFuture<>();
        betweenTwoAttempts(
                supervisor, () -> change.complete(terminateChild(supervisor, family.pid("a"))));
        assertThat(Patience.valueOf(change)).isEqualTo(ChildChange.OK);
        assertThat(countChildren(supervisor).specs()).isZero();
        assertThat(family.events()).containsExactly("start a");
    }

    /**
     * Has a client ask the supervisor after one failed attempt and before the next: each request of
     * the client is in the mailbox before the supervisor reminds itself to try again.
     */
    private void betweenTwoAttempts(Pid<DynamicSupervisor.Message> supervisor, Runnable client) {
        startChild(supervisor, family.member("a"));
        for (int attempt = 0; attempt < 2; attempt++) {
            family.onNextStart(
                    "a",
                    () -> {
                        Patience.untilQueued(supervisor, 1);
                        return new Start.Failed<>(Family.BOOM);
                    });
        }
        family.kill("a");
        Processes.spawn(client);
    }

    @Test
    void it_gives_up_after_too_many_restarts_and_takes_its_children_along() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxRestarts(1));
        Monitor monitor = Processes.monitor(supervisor);
        startChild(supervisor, family.member("a"));
        startChild(supervisor, family.member("b"));
        family.kill("a");
        countChildren(supervisor);
        family.kill("a");
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(family.events()).containsExactly("start a", "start b", "start a", "stop b");
    }

    @Test
    void restarts_of_another_period_do_not_count() {
        TurnedClock clock = new TurnedClock();
        Pid<DynamicSupervisor.Message> supervisor =
                family.supervise(oneForOne().maxRestarts(1).maxSeconds(1).clock(clock));
        startChild(supervisor, family.member("a"));
        for (int restart = 0; restart < 5; restart++) {
            family.kill("a");
            assertThat(countChildren(supervisor).active()).isOne();
            clock.turn(2_000);
        }
    }

    @Test
    void the_end_of_a_process_that_is_no_child_changes_nothing() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        startChild(supervisor, family.member("a"));
        Monitor stranger =
                Processes.monitor(Processes.spawn(() -> Processes.exit(supervisor, Family.BOOM)));
        Patience.reasonOf(stranger);
        assertThat(countChildren(supervisor).active()).isOne();
    }
}
