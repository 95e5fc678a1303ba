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

/** A server that has nothing to do has no thread, and nobody can tell. */
@RuntimeTest
class HibernationTest {

    private final Pid<Message> server = start(ScriptedServer::new).pid();

    private void untilHibernating() {
        LocalProcess<?> process = (LocalProcess<?>) server;
        until(() -> !process.thread().isAlive());
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

    @RepeatedTest(200)
    void a_kill_and_a_message_at_the_same_time_end_it() {
        Monitor monitor = monitor(server);
        Processes.spawn(() -> cast(server, Tell.toRun(new Gate()::pass)));
        Processes.exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }
}
