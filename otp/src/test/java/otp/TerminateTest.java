package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.cast;
import static otp.GenServer.noreply;
import static otp.GenServer.start;
import static otp.GenServer.startLink;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.self;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Script;
import otp.ScriptedServer.Tell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When terminate runs, and with what. */
@RuntimeTest
class TerminateTest {

    private static final ExitReason BOOM = ExitReason.of("boom");
    private static final IllegalStateException BUG = new IllegalStateException("bug");

    /** One run of terminate. */
    private record Ending(ExitReason reason, int state) {}

    private final List<Ending> endings = new CopyOnWriteArrayList<>();

    /** Remembers its ending. */
    private class Diarist extends ScriptedServer {

        private final boolean traps;

        Diarist(boolean traps) {
            this.traps = traps;
        }

        @Override
        protected Init<Integer> init() {
            trapExits(traps);
            return ok(1);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) {
            endings.add(new Ending(reason, state));
        }
    }

    /** Waits in terminate, as for a file: an interrupt would fail it. */
    private static final class Waiting extends ScriptedServer {
        @Override
        protected void terminate(ExitReason reason, Integer state) {
            Gate gate = new Gate();
            gate.open();
            gate.pass();
        }
    }

    /** Fails in terminate. */
    private static final class Careless extends ScriptedServer {
        @Override
        protected void terminate(ExitReason reason, Integer state) {
            throw BUG;
        }
    }

    @Test
    void terminate_runs_when_a_callback_throws_with_the_state_before() {
        assertThat(endAfter(false, (_, _, _) -> raise())).isEqualTo(new ExitReason.Crash(BUG));
        assertThat(endings).containsExactly(new Ending(new ExitReason.Crash(BUG), 1));
    }

    @Test
    void terminate_runs_when_a_callback_stops_with_the_state_given() {
        assertThat(endAfter(false, (_, _, _) -> GenServer.stop(BOOM, 2))).isEqualTo(BOOM);
        assertThat(endings).containsExactly(new Ending(BOOM, 2));
    }

    @Test
    void terminate_runs_when_the_server_is_asked_to_stop() {
        GenServer.stop(diarist(false));
        assertThat(endings).containsExactly(new Ending(ExitReason.NORMAL, 1));
    }

    @Test
    void terminate_runs_when_the_parent_of_a_server_that_traps_exits_ends() {
        Pid<Message> server = inProcess(() -> startLink(() -> new Diarist(true)).pid());
        assertThat(reasonOf(monitor(server))).isIn(ExitReason.NORMAL, ExitReason.NOPROC);
        assertThat(endings).containsExactly(new Ending(ExitReason.NORMAL, 1));
    }

    @Test
    void terminate_runs_when_a_server_that_traps_exits_is_shut_down_by_its_parent() {
        trapExits(true);
        Pid<Message> server = startLink(() -> new Diarist(true)).pid();
        assertThat(endAfterSignal(server, ExitReason.SHUTDOWN)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(endings).containsExactly(new Ending(ExitReason.SHUTDOWN, 1));
    }

    @Test
    void terminate_runs_when_a_server_without_a_parent_that_traps_exits_gives_itself_a_signal() {
        assertThat(endAfter(true, signalToItself(BOOM))).isEqualTo(BOOM);
        assertThat(endAfter(true, signalToItself(ExitReason.NORMAL))).isEqualTo(ExitReason.NORMAL);
        assertThat(endings).containsExactly(new Ending(BOOM, 1), new Ending(ExitReason.NORMAL, 1));
    }

    @Test
    void terminate_does_not_run_when_a_server_with_a_parent_gives_itself_a_signal() {
        Pid<Message> server = startLink(() -> new Diarist(true)).pid();
        cast(server, new Tell(signalToItself(BOOM)));
        assertThat(GenServer.call(server, Ask.forAnswer(2))).isEqualTo(2);
        assertThat(endings).isEmpty();
    }

    @Test
    void terminate_does_not_run_when_a_server_that_traps_no_exits_is_shut_down() {
        trapExits(true);
        Pid<Message> server = startLink(() -> new Diarist(false)).pid();
        assertThat(endAfterSignal(server, ExitReason.SHUTDOWN)).isEqualTo(ExitReason.SHUTDOWN);
        assertThat(endings).isEmpty();
    }

    @Test
    void terminate_does_not_run_when_a_link_breaks_and_the_server_traps_no_exits() {
        Pid<Message> server = diarist(false);
        Monitor monitor = monitor(server);
        Processes.spawn(() -> {
            Processes.link(server);
            throw new Exit(BOOM);
        });
        assertThat(reasonOf(monitor)).isEqualTo(BOOM);
        assertThat(endings).isEmpty();
    }

    @Test
    void terminate_does_not_run_when_the_server_is_killed() {
        assertThat(endAfterSignal(diarist(true), ExitReason.KILL)).isEqualTo(ExitReason.KILLED);
        assertThat(endings).isEmpty();
    }

    @Test
    void terminate_does_not_run_when_the_server_is_killed_inside_a_callback() {
        assertThat(endAfter(true, signalToItself(ExitReason.KILL))).isEqualTo(ExitReason.KILLED);
        assertThat(endings).isEmpty();
    }

    @Test
    void what_terminate_throws_is_the_reason_of_the_end() {
        Pid<Message> server = start(Careless::new).pid();
        assertThat(Failures.ofExit(() -> GenServer.stop(server)))
                .isEqualTo(new ExitReason.Crash(BUG));
    }

    @Test
    void terminate_can_wait_even_if_the_callback_was_interrupted() {
        Pid<Message> server = start(Waiting::new).pid();
        Monitor monitor = monitor(server);
        cast(server, new Tell((_, _, _) -> interruptSelfAndRaise()));
        assertThat(reasonOf(monitor)).isEqualTo(new ExitReason.Crash(BUG));
    }

    private Pid<Message> diarist(boolean traps) {
        return start(() -> new Diarist(traps)).pid();
    }

    private ExitReason endAfter(boolean traps, Script<Tell> last) {
        Pid<Message> server = diarist(traps);
        Monitor monitor = monitor(server);
        cast(server, new Tell(last));
        return reasonOf(monitor);
    }

    private static Script<Tell> signalToItself(ExitReason signal) {
        return (_, _, state) -> {
            exit(self(), signal);
            return noreply(state);
        };
    }

    private static ExitReason endAfterSignal(Pid<Message> server, ExitReason signal) {
        Monitor monitor = monitor(server);
        exit(server, signal);
        return reasonOf(monitor);
    }

    private static Next<Integer> interruptSelfAndRaise() {
        Thread.currentThread().interrupt();
        throw BUG;
    }

    private static Next<Integer> raise() {
        throw BUG;
    }
}
