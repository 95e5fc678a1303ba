package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.start;
import static otp.Patience.reasonOf;
import static otp.Patience.until;
import static otp.Processes.monitor;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.util.ArrayList;
import java.util.List;

/** A server that has nothing to do has no thread, and nobody can tell. */
@RuntimeTest
class HibernationTest {

    private final Pid<Message> server = start(ScriptedServer::new).pid();

    private void untilHibernating() {
        until(() -> hibernates(server));
    }

    private static boolean hibernates(Pid<?> server) {
        return !((LocalProcess<?>) server).thread().isAlive();
    }

    private static boolean isLinkedAndHibernates(Pid<?> server) {
        return hibernates(server)
                && !((LocalProcess<?>) server).lifeline().links().copy().isEmpty();
    }

    @Test
    void it_keeps_its_state() {
        cast(server, Tell.toAdd(5));
        untilHibernating();
        cast(server, Tell.toAdd(2));
        untilHibernating();
        assertThat(call(server, Ask.forState())).isEqualTo(7);
    }

    @Test
    void it_is_alive_and_listed() {
        untilHibernating();
        assertThat(Processes.isAlive(server)).isTrue();
        assertThat(Processes.list()).contains(server);
        assertThat(Processes.info(server).orElseThrow().mailboxLength()).isZero();
    }

    @Test
    void it_is_the_same_process_in_every_callback() {
        untilHibernating();
        assertThat(
                        call(
                                server,
                                new Ask((_, request, state) -> {
                                    boolean isSelf = server.equals(Processes.self());
                                    return GenServer.reply(request, isSelf ? 1 : 0, state);
                                })))
                .isEqualTo(1);
    }

    @RepeatedTest(20)
    void it_can_be_killed() {
        Monitor monitor = monitor(server);
        untilHibernating();
        Processes.exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void ten_thousand_that_are_linked_in_a_row_end_with_the_first() {
        List<Pid<Message>> row = new ArrayList<>(List.of(server));
        for (int i = 0; i < 10_000; i++) {
            Pid<Message> last = row.getLast();
            Pid<Message> next = start(ScriptedServer::new).pid();
            cast(next, Tell.toRun(() -> Processes.link(last)));
            row.add(next);
        }
        until(() -> row.stream().allMatch(HibernationTest::isLinkedAndHibernates));
        List<Monitor> monitors = row.stream().map(Processes::monitor).toList();

        Processes.exit(server, ExitReason.KILL);

        assertThat(monitors).allMatch(monitor -> reasonOf(monitor).equals(ExitReason.KILLED));
    }

    @Test
    void what_init_has_left_in_the_mailbox_is_not_overlooked() {
        Gate handled = new Gate();
        start(() -> new Choosy(handled));
        handled.pass();
    }

    /** Takes a later message in its init, and leaves an earlier one. */
    private static final class Choosy extends ScriptedServer {

        private final Gate handled;

        Choosy(Gate handled) {
            this.handled = handled;
        }

        @Override
        protected Init<Integer> init() {
            Processes.send(Processes.self(), "earlier");
            Processes.send(Processes.self(), 1);
            return ok(Processes.receive(Integer.class));
        }

        @Override
        protected Next<Integer> handleInfo(Object message, Integer state) {
            handled.open();
            return noreply(state);
        }
    }

    @RepeatedTest(200)
    void a_kill_and_a_message_at_the_same_time_end_it() {
        Monitor monitor = monitor(server);
        Processes.spawn(() -> cast(server, Tell.toRun(new Gate()::pass)));
        Processes.exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }
}
