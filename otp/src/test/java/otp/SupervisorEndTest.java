package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

@RuntimeTest
class SupervisorEndTest {

    private final Family family = new Family();

    @Test
    void children_are_stopped_in_reverse_order() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.members("a", "b", "c"));
        family.events();
        Supervisor.stop(supervisor);
        assertThat(family.events()).containsExactly("stop c", "stop b", "stop a");
    }

    @Test
    void children_have_ended_with_shutdown_when_stop_returns() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Monitor monitor = monitor(family.pid("a"));
        Supervisor.stop(supervisor);
        assertThat(isAlive(family.pid("a"))).isFalse();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    /** Specifies a child that shuts down only when the gate is open. */
    private static ChildSpec<?> slow(String id, Gate gate) {
        return ChildSpec.worker(
                id,
                () ->
                        GenServer.startLink(() ->
                                new ScriptedServer() {
                                    @Override
                                    protected Init<Integer> init() {
                                        Processes.trapExits(true);
                                        return ok(0);
                                    }

                                    @Override
                                    protected void terminate(ExitReason reason, Integer n) {
                                        gate.pass();
                                    }
                                }));
    }

    private static Pid<?> onlyChild(Pid<Supervisor.Message> supervisor) {
        return Supervisor.whichChildren(supervisor).getFirst().pid().orElseThrow();
    }

    @Test
    void each_child_has_ended_before_the_next_is_stopped() {
        Gate gate = new Gate();
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a"), slow("b", gate));
        Pid<?> slow = Supervisor.whichChildren(supervisor).getFirst().pid().orElseThrow();
        family.events();
        Monitor stopper = monitor(Processes.spawn(() -> Supervisor.stop(supervisor)));
        Patience.until(() -> !Processes.info(slow).orElseThrow().monitoredBy().isEmpty());
        assertThat(family.events()).isEmpty();
        gate.open();
        assertThat(reasonOf(stopper)).isEqualTo(ExitReason.NORMAL);
        assertThat(family.events()).containsExactly("stop a");
    }

    @Test
    void a_child_that_does_not_shut_down_in_time_is_killed_and_reported() {
        ChildSpec<?> slow =
                slow("slow", new Gate()).withShutdown(Shutdown.after(Duration.ofMillis(5)));
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), slow);
        Monitor monitor = monitor(onlyChild(supervisor));
        try (CapturedLog log = new CapturedLog()) {
            Supervisor.stop(supervisor);
            assertThat(log.warnings()).contains("child slow was shut down: killed");
        }
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_child_to_be_killed_brutally_is_not_asked() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForOne(), family.member("a").withShutdown(Shutdown.BRUTAL_KILL));
        Monitor monitor = monitor(family.pid("a"));
        Supervisor.stop(supervisor);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(family.events()).containsExactly("start a");
    }

    @Test
    void a_child_that_has_unlinked_itself_is_stopped_nevertheless() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), slow("a", openGate()));
        Pid<?> child = onlyChild(supervisor);
        ((LocalProcess<?>) child).lifeline().unlink((LocalProcess<?>) supervisor);
        Supervisor.stop(supervisor);
        assertThat(isAlive(child)).isFalse();
    }

    private static Gate openGate() {
        Gate gate = new Gate();
        gate.open();
        return gate;
    }

    @Test
    void a_killed_supervisor_takes_its_children_with_it() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Monitor monitor = monitor(family.pid("a"));
        Processes.exit(supervisor, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_supervisor_stops_its_children_when_its_parent_ends_even_normally() {
        Gate gate = new Gate();
        CompletableFuture<Pid<?>> supervisor = new CompletableFuture<>();
        Processes.spawn(() -> {
            supervisor.complete(Supervisor.startLink(oneForOne(), family.members("a", "b")).pid());
            gate.pass();
        });
        Monitor monitor = monitor(Patience.valueOf(supervisor));
        family.events();
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
        assertThat(family.events()).containsExactly("stop b", "stop a");
    }

    @Test
    void an_exit_signal_from_anybody_else_does_not_stop_a_supervisor() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Monitor stranger =
                monitor(Processes.spawn(() -> Processes.exit(supervisor, ExitReason.SHUTDOWN)));
        reasonOf(stranger);
        assertThat(Supervisor.countChildren(supervisor).active()).isOne();
    }

    @Test
    void a_supervisor_stops_the_supervisors_below_it() {
        ChildSpec<Supervisor.Message> below =
                ChildSpec.supervisor(
                        "below", () -> Supervisor.startLink(oneForOne(), family.members("b", "c")));
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a"), below, family.member("d"));
        family.events();
        Supervisor.stop(supervisor);
        assertThat(family.events()).containsExactly("stop d", "stop c", "stop b", "stop a");
    }
}
