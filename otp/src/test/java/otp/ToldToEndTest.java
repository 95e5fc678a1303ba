package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.occupy;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Patience.until;
import static otp.Patience.untilQueued;
import static otp.Patience.valueOf;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.link;
import static otp.Processes.monitor;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;
import static otp.Processes.unlink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Who comes after the signal that ends a process meets no process any more, as in Erlang, however
 * long something of it still runs. It hears so when nothing of it does.
 */
@RuntimeTest
class ToldToEndTest {

    private final Gate gate = new Gate();

    private Pid<Object> stubborn() {
        return spawn(gate::passStubbornly);
    }

    private Pid<Message> busyServer() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        occupy(server, gate::passStubbornly);
        return server;
    }

    private static CompletableFuture<ExitReason> failing(Runnable code) {
        CompletableFuture<ExitReason> reason = new CompletableFuture<>();
        spawn(() -> reason.complete(Failures.ofExit(code)));
        return reason;
    }

    private static CompletableFuture<ExitReason> call(Pid<Message> server) {
        return failing(() -> GenServer.call(server, Ask.forState(), GenServer.INFINITY));
    }

    private static ExitReason reasonOfCall(CompletableFuture<ExitReason> call) {
        return ((ExitReason.InCall) valueOf(call)).reason();
    }

    @ParameterizedTest
    @CsvSource({"kill, killed", "boom, boom"})
    void a_monitor_that_comes_after_the_signal_is_told_noproc(String signal, String reason) {
        Pid<Object> process = stubborn();
        Monitor before = monitor(process);
        exit(process, ExitReason.of(signal));
        Monitor after = monitor(process);
        assertThat(Processes.receive(Down.class, Duration.ZERO)).isEmpty();
        gate.open();
        assertThat(reasonOf(before)).isEqualTo(ExitReason.of(reason));
        assertThat(reasonOf(after)).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void a_link_that_comes_after_the_signal_is_told_noproc() {
        trapExits(true);
        Pid<Object> process = stubborn();
        exit(process, ExitReason.KILL);
        link(process);
        assertThat(Processes.receive(ExitMessage.class, Duration.ZERO)).isEmpty();
        gate.open();
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(process, ExitReason.NOPROC));
    }

    @Test
    void a_link_from_before_stays_one_and_is_told_the_reason() {
        trapExits(true);
        Pid<Object> process = spawnLink(gate::passStubbornly);
        exit(process, ExitReason.KILL);
        link(process);
        gate.open();
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(process, ExitReason.KILLED));
    }

    @Test
    void a_link_that_comes_after_the_signal_can_be_undone() {
        trapExits(true);
        Pid<Object> process = stubborn();
        Monitor monitor = monitor(process);
        exit(process, ExitReason.KILL);
        link(process);
        unlink(process);
        gate.open();
        reasonOf(monitor);
        assertThat(Processes.receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kill, killed", "boom, boom"})
    void a_call_that_comes_after_the_signal_fails_with_noproc(String signal, String reason) {
        Pid<Message> server = busyServer();
        CompletableFuture<ExitReason> before = call(server);
        untilQueued(server, 1);
        exit(server, ExitReason.of(signal));
        CompletableFuture<ExitReason> after = call(server);
        untilQueued(server, 2);
        gate.open();
        assertThat(reasonOfCall(before)).isEqualTo(ExitReason.of(reason));
        assertThat(reasonOfCall(after)).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void an_order_that_comes_after_the_signal_fails_with_noproc() {
        Pid<Message> server = busyServer();
        exit(server, ExitReason.KILL);
        CompletableFuture<ExitReason> look = failing(() -> Sys.getState(server));
        CompletableFuture<ExitReason> stop = failing(() -> GenServer.stop(server));
        untilQueued(server, 2);
        gate.open();
        assertThat(reasonOfCall(look)).isEqualTo(ExitReason.NOPROC);
        assertThat(valueOf(stop)).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void who_is_told_to_end_by_a_link_has_no_more_callers_either() {
        Pid<Message> server = busyServer();
        spawn(() -> {
            link(server);
            throw new Exit(ExitReason.of("boom"));
        });
        until(() -> !isAlive(server));
        CompletableFuture<ExitReason> call = call(server);
        Monitor monitor = monitor(server);
        untilQueued(server, 1);
        gate.open();
        assertThat(reasonOfCall(call)).isEqualTo(ExitReason.NOPROC);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void who_signals_and_then_asks_hears_noproc_however_fast_the_process_ends() {
        trapExits(true);
        for (int round = 0; round < 2_000; round++) {
            Pid<Object> process = spawn(Processes::receive);
            exit(process, ExitReason.KILL);
            if (round % 2 == 0) {
                link(process);
                assertThat(received(ExitMessage.class).reason()).isEqualTo(ExitReason.NOPROC);
            } else {
                assertThat(reasonOf(monitor(process))).isEqualTo(ExitReason.NOPROC);
            }
        }
    }
}
