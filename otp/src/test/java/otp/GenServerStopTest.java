package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.noreply;
import static otp.GenServer.start;
import static otp.GenServer.stop;
import static otp.Patience.occupy;
import static otp.Patience.reasonOf;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.spawn;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@RuntimeTest
class GenServerStopTest {

    private static final Name<Message> NAME = new Name<>("gen_server_stop");
    private static final ExitReason BOOM = ExitReason.of("boom");

    @Test
    void stop_ends_a_server_normally_and_returns_when_it_has_ended() {
        Pid<Message> server = start(ScriptedServer::new, NAME).pid();
        Monitor monitor = monitor(server);
        stop(NAME);
        assertThat(isAlive(server)).isFalse();
        assertThat(whereis(NAME)).isEmpty();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void stop_ends_a_server_with_the_reason_given() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Monitor monitor = monitor(server);
        stop(server, BOOM);
        assertThat(reasonOf(monitor)).isEqualTo(BOOM);
    }

    @Test
    void a_server_handles_what_it_has_already_before_it_stops() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        AtomicInteger handled = new AtomicInteger();
        for (int message = 0; message < 100; message++) {
            cast(server, Tell.toRun(handled::incrementAndGet));
        }
        stop(server);
        assertThat(handled).hasValue(100);
    }

    @Test
    void stop_of_an_unknown_name_fails_with_noproc() {
        assertThat(Failures.ofExit(() -> stop(NAME)).toString()).startsWith("noproc");
    }

    @Test
    void stop_of_an_ended_server_fails_with_noproc() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        stop(server);
        assertThat(Failures.ofExit(() -> stop(server)).toString()).startsWith("noproc");
    }

    @Test
    void stop_of_a_server_that_ends_otherwise_fails_with_its_reason() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        occupy(server, gate::pass);
        cast(server, new Tell((_, _, state) -> stop(BOOM, state)));
        Pid<Object> opener =
                spawn(() -> {
                    Patience.untilQueued(server, 2);
                    gate.open();
                });
        assertThat(Failures.ofCall(() -> stop(server)).reason()).isEqualTo(BOOM);
        assertThat(reasonOf(monitor(opener))).isIn(ExitReason.NORMAL, ExitReason.NOPROC);
    }

    @Test
    void stop_of_a_server_that_ends_of_itself_before_fails_even_if_the_reason_is_the_same() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        occupy(server, gate::pass);
        cast(server, new Tell((_, _, state) -> stop(BOOM, state)));
        spawn(() -> {
            Patience.untilQueued(server, 2);
            gate.open();
        });
        assertThat(Failures.ofCall(() -> stop(server, BOOM)).reason()).isEqualTo(BOOM);
    }

    @Test
    void a_server_that_stops_itself_fails_with_calling_self_and_does_not_hang() {
        Name<Message> own = new Name<>("stops_itself");
        Pid<Message> server = start(ScriptedServer::new, own).pid();
        Monitor monitor = monitor(server);
        cast(
                server,
                new Tell((_, _, state) -> {
                    stop(own);
                    return noreply(state);
                }));
        assertThat(reasonOf(monitor))
                .isEqualTo(new ExitReason.InCall(ExitReason.CALLING_SELF, own, "stop"));
    }

    @Test
    void of_two_clients_that_stop_one_server_only_one_has_stopped_it() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        occupy(server, gate::pass);
        Pid<Object> first = spawn(() -> stop(server));
        Pid<Object> second = spawn(() -> stop(server));
        Monitor ofFirst = monitor(first);
        Monitor ofSecond = monitor(second);
        Patience.untilQueued(server, 2);
        gate.open();
        assertThat(List.of(reasonOf(ofFirst), reasonOf(ofSecond)))
                .containsExactlyInAnyOrder(
                        ExitReason.NORMAL,
                        new ExitReason.InCall(ExitReason.NORMAL, server, "stop"));
    }

    @Test
    void a_call_after_a_stop_was_ordered_fails_with_the_reason() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        occupy(server, gate::pass);
        spawn(() -> stop(server));
        Patience.untilQueued(server, 1);
        Pid<Object> opener = spawn(() -> openWhenQueued(gate, server));
        assertThat(Failures.ofCall(() -> call(server, Ask.forState())).reason())
                .isEqualTo(ExitReason.NORMAL);
        assertThat(reasonOf(monitor(opener))).isIn(ExitReason.NORMAL, ExitReason.NOPROC);
    }

    private static void openWhenQueued(Gate gate, Pid<Message> server) {
        Patience.untilQueued(server, 2);
        gate.open();
    }

    @Test
    void stop_with_a_timeout_returns_when_the_server_has_ended() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        stop(server, BOOM, Patience.LIMIT);
        assertThat(isAlive(server)).isFalse();
    }

    @Test
    void stop_gives_up_when_the_timeout_passes_but_the_order_stands() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Monitor monitor = monitor(server);
        Gate gate = new Gate();
        occupy(server, gate::pass);
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofMillis(5))) {
            assertThat(Failures.ofExit(() -> stop(server, BOOM, timeout)))
                    .isEqualTo(new ExitReason.InCall(ExitReason.TIMEOUT, server, "stop"));
        }
        assertThat(isAlive(server)).isTrue();
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(BOOM);
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void stop_refuses_a_negative_timeout_and_stops_nothing() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        assertThatThrownBy(() -> stop(server, BOOM, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
        assertThat(isAlive(server)).isTrue();
    }
}
