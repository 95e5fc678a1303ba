package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.DynamicSupervisor.countChildren;
import static otp.DynamicSupervisor.startChild;
import static otp.DynamicSupervisor.terminateChild;
import static otp.DynamicSupervisorFlags.oneForOne;
import static otp.Patience.reasonOf;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildChange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

@RuntimeTest
class DynamicSupervisorEndTest {

    private final Family family = new Family();

    @Test
    void a_terminated_child_is_shut_down_and_forgotten() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> child = startChild(supervisor, family.member("a")).pid();
        Monitor monitor = monitor(child);
        assertThat(terminateChild(supervisor, child)).isEqualTo(ChildChange.OK);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(countChildren(supervisor).specs()).isZero();
        assertThat(family.events()).containsExactly("start a", "stop a");
    }

    @Test
    void a_child_cannot_be_terminated_twice() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> child = startChild(supervisor, family.member("a")).pid();
        terminateChild(supervisor, child);
        assertThat(terminateChild(supervisor, child)).isEqualTo(ChildChange.NOT_FOUND);
    }

    @Test
    void a_process_that_is_no_child_is_not_terminated() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> stranger = GenServer.start(ScriptedServer::new).pid();
        assertThat(terminateChild(supervisor, stranger)).isEqualTo(ChildChange.NOT_FOUND);
        assertThat(isAlive(stranger)).isTrue();
    }

    @Test
    void all_children_have_ended_when_stop_returns() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        List<Pid<?>> children = new ArrayList<>();
        for (int child = 0; child < 1_000; child++) {
            children.add(startChild(supervisor, family.member("a")).pid());
        }
        DynamicSupervisor.stop(supervisor);
        assertThat(children).noneMatch(Processes::isAlive);
    }

    /** Its children end only together. */
    private static final class Inseparable extends ScriptedServer {

        private final CyclicBarrier together;

        Inseparable(CyclicBarrier together) {
            this.together = together;
        }

        @Override
        protected Init<Integer> init() {
            Processes.trapExits(true);
            return ok(0);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) {
            try {
                together.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception apart) {
                throw new AssertionError("ended apart from the others", apart);
            }
        }
    }

    @Test
    void the_children_are_ended_at_the_same_time() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        CyclicBarrier together = new CyclicBarrier(10);
        List<Monitor> monitors = new ArrayList<>();
        for (int child = 0; child < 10; child++) {
            monitors.add(monitor(startChild(supervisor, inseparable(together)).pid()));
        }
        DynamicSupervisor.stop(supervisor);
        assertThat(monitors)
                .allSatisfy(end -> assertThat(reasonOf(end)).isEqualTo(ExitReason.SHUTDOWN));
    }

    private static ChildSpec<?> inseparable(CyclicBarrier together) {
        return ChildSpec.worker("a", () -> GenServer.startLink(() -> new Inseparable(together)));
    }

    /** Shuts down only when the gate is open. */
    private static ChildSpec<?> slow(Gate gate, Shutdown shutdown) {
        return ChildSpec.worker("slow", () -> GenServer.startLink(() -> new Slow(gate)))
                .withShutdown(shutdown);
    }

    private static final class Slow extends ScriptedServer {

        private final Gate gate;

        Slow(Gate gate) {
            this.gate = gate;
        }

        @Override
        protected Init<Integer> init() {
            Processes.trapExits(true);
            return ok(0);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) {
            gate.pass();
        }
    }

    @Test
    void a_child_that_does_not_shut_down_in_time_is_killed() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        ChildSpec<?> child = slow(new Gate(), Shutdown.after(Duration.ofMillis(5)));
        Monitor monitor = monitor(startChild(supervisor, child).pid());
        DynamicSupervisor.stop(supervisor);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void each_child_has_the_time_that_its_own_specification_gives_it() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Gate opened = new Gate();
        ChildSpec<?> hasty = slow(new Gate(), Shutdown.after(Duration.ofMillis(5)));
        Pid<?> killed = startChild(supervisor, hasty).pid();
        Monitor patient = monitor(startChild(supervisor, slow(opened, Shutdown.INFINITY)).pid());
        Processes.spawn(() -> {
            reasonOf(monitor(killed));
            opened.open();
        });
        DynamicSupervisor.stop(supervisor);
        assertThat(reasonOf(patient)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_child_with_all_the_time_there_is_does_not_lengthen_that_of_another() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Gate opened = new Gate();
        Shutdown centuries = Shutdown.after(Duration.ofNanos(Long.MAX_VALUE - 1));
        Monitor patient = monitor(startChild(supervisor, slow(opened, centuries)).pid());
        ChildSpec<?> hasty = slow(new Gate(), Shutdown.after(Duration.ofMillis(5)));
        Pid<?> killed = startChild(supervisor, hasty).pid();
        Processes.spawn(() -> {
            reasonOf(monitor(killed));
            opened.open();
        });
        DynamicSupervisor.stop(supervisor);
        assertThat(reasonOf(patient)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_child_to_be_killed_brutally_is_not_asked() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        ChildSpec<?> brutal = family.member("a").withShutdown(Shutdown.BRUTAL_KILL);
        Monitor monitor = monitor(startChild(supervisor, brutal).pid());
        DynamicSupervisor.stop(supervisor);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(family.events()).containsExactly("start a");
    }

    @Test
    void a_call_that_comes_while_it_ends_fails_with_its_reason() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Gate gate = new Gate();
        Pid<?> child = startChild(supervisor, slow(gate, Shutdown.INFINITY)).pid();
        Monitor stopper = monitor(Processes.spawn(() -> DynamicSupervisor.stop(supervisor)));
        Patience.until(() -> !Processes.info(child).orElseThrow().monitoredBy().isEmpty());
        Processes.spawn(() -> {
            Patience.until(() ->
                    !((LocalProcess<?>) supervisor).lifeline().unansweredCalls().copy().isEmpty());
            gate.open();
        });
        assertThat(Failures.ofCall(() -> countChildren(supervisor)).reason())
                .isEqualTo(ExitReason.NORMAL);
        assertThat(reasonOf(stopper)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_killed_supervisor_takes_even_children_that_it_cannot_ask_with_it() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> child = startChild(supervisor, family.member("a")).pid();
        Monitor monitor = monitor(child);
        Processes.exit(supervisor, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void it_ends_with_its_parent() {
        Gate monitored = new Gate();
        CompletableFuture<Pid<?>> supervisor = new CompletableFuture<>();
        Monitor parent =
                monitor(
                        Processes.spawn(() -> {
                            supervisor.complete(DynamicSupervisor.startLink(oneForOne()).pid());
                            monitored.pass();
                        }));
        Monitor monitor = monitor(Patience.valueOf(supervisor));
        monitored.open();
        assertThat(reasonOf(parent)).isEqualTo(ExitReason.NORMAL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }
}
