package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Patience.untilQueued;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

@RuntimeTest
class SysTest {

    private static final Duration BRIEF = Duration.ofMillis(5);
    private static final ExitReason OOPS = ExitReason.of("oops");

    private final Pid<Message> server = GenServer.start(ScriptedServer::new).pid();

    /** Traps exits, and tells the test with which reason it terminates. */
    private static final class Trapping extends ScriptedServer {

        private final Pid<Object> test;

        Trapping(Pid<Object> test) {
            this.test = test;
        }

        @Override
        protected Init<Integer> init() {
            Processes.trapExits(true);
            return ok(0);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) {
            send(test, reason);
        }
    }

    private static Pid<Message> trapping(Pid<Object> test) {
        return GenServer.startLink(() -> new Trapping(test)).pid();
    }

    @Test
    void a_state_is_seen_after_the_messages_that_were_there_before() {
        cast(server, Tell.toAdd(2));
        cast(server, Tell.toAdd(3));
        assertThat(Sys.getState(server)).isEqualTo(5);
    }

    @Test
    void a_state_is_replaced_by_what_a_function_makes_of_it() {
        assertThat(Sys.<Integer>replaceState(server, state -> state + 7)).isEqualTo(7);
        assertThat(call(server, Ask.forState())).isEqualTo(7);
    }

    @Test
    void a_state_is_as_it_was_if_the_function_fails() {
        assertThatThrownBy(() -> Sys.<Integer>replaceState(server, state -> 1 / state))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the state of " + server + " is as it was")
                .hasMessageContaining("ArithmeticException");
        assertThat(call(server, Ask.forState())).isZero();
    }

    @Test
    void a_supervisor_shows_its_children_and_keeps_its_state() {
        Processes.trapExits(true);
        ChildSpec<Message> child =
                ChildSpec.worker("child", () -> GenServer.startLink(ScriptedServer::new));
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(SupervisorFlags.oneForOne(), child).pid();
        assertThat(Sys.getState(supervisor)).isEqualTo(Supervisor.whichChildren(supervisor));
        assertThatThrownBy(() -> Sys.replaceState(supervisor, state -> state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the state of a Supervisor is the runtime's own and cannot be replaced:"
                                + " use the functions of Supervisor");
    }

    @Test
    void the_state_of_an_agent_is_its_value() {
        Processes.trapExits(true);
        assertThat(Sys.getState(Agent.startLink(() -> "value").pid())).isEqualTo("value");
    }

    @Test
    void a_suspended_server_takes_its_messages_when_it_is_resumed_in_their_order() {
        Sys.suspend(server);
        cast(server, Tell.toAdd(1));
        Pid<Object> test = self();
        Pid<Object> client = spawn(() -> send(test, call(server, Ask.forState())));
        untilQueued(server, 2);
        cast(server, Tell.toAdd(10));
        assertThat(Sys.getState(server)).isEqualTo(0);
        assertThat(Processes.isAlive(client)).isTrue();
        Sys.resume(server);
        assertThat(received(Integer.class)).isEqualTo(1);
        assertThat(Sys.getState(server)).isEqualTo(11);
    }

    @Test
    void to_suspend_or_to_resume_twice_changes_nothing() {
        Sys.suspend(server);
        Sys.suspend(server);
        Sys.resume(server);
        Sys.resume(server);
        assertThat(call(server, Ask.forState())).isZero();
    }

    @Test
    void a_suspended_server_is_seen_to_be_suspended() {
        Sys.suspend(server);
        assertThat(Sys.getStatus(server))
                .isEqualTo(new Sys.Status(server, "ScriptedServer", true, Optional.empty(), 0));
        assertThat(Processes.info(server).orElseThrow().status())
                .isEqualTo(ProcessInfo.Status.SUSPENDED);
        Sys.resume(server);
        assertThat(Sys.getStatus(server).isSuspended()).isFalse();
    }

    @Test
    void a_suspended_server_can_be_stopped_before_the_messages_that_wait() {
        Sys.suspend(server);
        cast(
                server,
                Tell.toRun(() -> {
                    throw new Exit(OOPS);
                }));
        Monitor monitor = monitor(server);
        GenServer.stop(server);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_suspended_server_can_be_killed_and_fails_the_calls_that_wait() {
        Sys.suspend(server);
        Pid<Object> test = self();
        spawn(() -> send(test, Failures.ofCall(() -> call(server, Ask.forState())).reason()));
        untilQueued(server, 1);
        exit(server, ExitReason.KILL);
        assertThat(received(ExitReason.class)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_suspended_server_that_traps_exits_obeys_its_parent_and_leaves_others_waiting() {
        Pid<Object> test = self();
        Pid<Object> parent =
                spawn(() -> {
                    Pid<Message> child = trapping(test);
                    Sys.suspend(child);
                    send(test, child);
                    receive();
                });
        Pid<?> child = received(Pid.class);
        exit(child, ExitReason.of("not the parent's"));
        assertThat(Sys.getStatus(child).parent()).contains(parent);
        exit(parent, OOPS);
        assertThat(received(ExitReason.class)).isEqualTo(OOPS);
    }

    @Test
    void a_supervisor_shuts_down_children_that_are_suspended() {
        Processes.trapExits(true);
        Pid<Object> test = self();
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.oneForOne(),
                                ChildSpec.worker(
                                        "trapping",
                                        () -> GenServer.startLink(() -> new Trapping(test))),
                                ChildSpec.worker(
                                        "plain", () -> GenServer.startLink(ScriptedServer::new)))
                        .pid();
        List<Monitor> monitors =
                Supervisor.whichChildren(supervisor).stream()
                        .map(info -> info.pid().orElseThrow())
                        .peek(Sys::suspend)
                        .map(Processes::monitor)
                        .toList();
        Supervisor.terminateChild(supervisor, "plain");
        Supervisor.terminateChild(supervisor, "trapping");
        assertThat(monitors).extracting(Patience::reasonOf).containsOnly(ExitReason.SHUTDOWN);
        assertThat(received(ExitReason.class)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_supervisor_that_is_suspended_restarts_its_children_later() {
        Processes.trapExits(true);
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.oneForOne(),
                                ChildSpec.worker(
                                        "a", () -> GenServer.startLink(ScriptedServer::new)))
                        .pid();
        Pid<?> before = Supervisor.whichChildren(supervisor).getFirst().pid().orElseThrow();
        Sys.suspend(supervisor);
        Monitor monitor = monitor(before);
        exit(before, ExitReason.KILL);
        reasonOf(monitor);
        assertThat(Sys.getState(supervisor).toString()).contains(before.toString());
        Sys.resume(supervisor);
        assertThat(Supervisor.whichChildren(supervisor).getFirst().pid().orElseThrow())
                .isNotEqualTo(before);
    }

    @Test
    void messages_are_counted_on_demand() {
        assertThat(Sys.statistics(server)).isEmpty();
        Sys.keepStatistics(server, true);
        call(server, Ask.forState());
        cast(server, Tell.toAdd(1));
        Sys.getState(server);
        Sys.keepStatistics(server, true);
        assertThat(Sys.statistics(server).orElseThrow())
                .returns(2L, Sys.Statistics::messagesIn)
                .returns(1L, Sys.Statistics::messagesOut)
                .matches(counted -> !counted.current().isBefore(counted.start()));
        Sys.keepStatistics(server, false);
        assertThat(Sys.statistics(server)).isEmpty();
    }

    @Test
    void a_server_that_is_slowed_down_rests_before_each_message() {
        Duration pause = Duration.ofMillis(20);
        Sys.slowDown(server, pause);
        long begin = System.nanoTime();
        call(server, Ask.forState());
        call(server, Ask.forState());
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(pause.multipliedBy(2));
        Sys.slowDown(server, Duration.ZERO);
    }

    @Test
    void a_server_that_is_slowed_down_can_be_killed_while_it_rests() {
        Sys.slowDown(server, Duration.ofDays(1));
        cast(server, Tell.toAdd(1));
        Monitor monitor = monitor(server);
        exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void where_there_is_no_server_the_order_fails() {
        exit(server, ExitReason.KILL);
        reasonOf(monitor(server));
        assertThat(Failures.ofCall(() -> Sys.suspend(server)).reason())
                .isEqualTo(ExitReason.NOPROC);
        assertThat(Failures.ofCall(() -> Sys.getState(new Name<>("nobody"))).reason())
                .isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void a_busy_server_obeys_too_late() {
        Gate gate = new Gate();
        Patience.occupy(server, gate::passStubbornly);
        assertThat(Failures.ofCall(() -> Sys.suspend(server, BRIEF)).reason())
                .isEqualTo(ExitReason.TIMEOUT);
        gate.open();
        Patience.until(() -> Sys.getStatus(server).isSuspended());
    }

    @Test
    void a_plain_process_does_not_answer() {
        Pid<Object> plain = spawn(() -> receive(String.class));
        assertThat(Failures.ofCall(() -> Sys.getState(plain, BRIEF)).reason())
                .isEqualTo(ExitReason.TIMEOUT);
    }

    @Test
    void a_server_that_asks_itself_fails() {
        Ask self =
                new Ask((_, request, state) -> {
                    assertThat(Failures.ofCall(() -> Sys.getState(Processes.self())).reason())
                            .isEqualTo(ExitReason.CALLING_SELF);
                    return GenServer.reply(request, 1, state);
                });
        assertThat(call(server, self)).isEqualTo(1);
    }

    @Test
    void an_order_fails_if_the_server_ends_before() {
        Gate gate = new Gate();
        Patience.occupy(
                server,
                () -> {
                    gate.passStubbornly();
                    throw new Exit(OOPS);
                });
        Pid<Object> test = self();
        spawn(() -> send(test, Failures.ofCall(() -> Sys.getState(server)).reason()));
        untilQueued(server, 1);
        gate.open();
        assertThat(received(ExitReason.class)).isEqualTo(OOPS);
    }

    @Test
    void a_negative_pause_is_refused() {
        assertThatThrownBy(() -> Sys.slowDown(server, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a pause cannot be negative");
    }
}
