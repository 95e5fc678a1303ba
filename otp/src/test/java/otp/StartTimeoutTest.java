package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.start;
import static otp.GenServer.startLink;
import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.until;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.send;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A start that is given only so much time. */
@RuntimeTest
class StartTimeoutTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Start<Message> TIMED_OUT = new Start.Failed<>(ExitReason.TIMEOUT);

    /** A server whose init tells its process, and then waits in vain. */
    private static Supplier<ScriptedServer> slow(boolean traps) {
        Pid<Object> test = Processes.self();
        return () ->
                new ScriptedServer() {
                    @Override
                    protected Init<Integer> init() throws Exception {
                        trapExits(traps);
                        send(test, self());
                        Thread.sleep(Patience.LIMIT);
                        return ok(0);
                    }
                };
    }

    /** Starts a server in vain until one has at least come to its init; returns that one. */
    private static Pid<?> startInVain(Supplier<Start<Message>> start) {
        Optional<? extends Pid<?>> started;
        do {
            assertThat(start.get()).isEqualTo(TIMED_OUT);
            started = receive(Pid.class, Duration.ZERO).map(pid -> (Pid<?>) pid);
        } while (started.isEmpty());
        return started.get();
    }

    @Test
    void a_start_that_takes_too_long_fails_and_its_server_is_killed() {
        Pid<?> server = startInVain(() -> start(slow(false), SHORT));
        ExitReason end = reasonOf(monitor(server));
        assertThat(end).isIn(ExitReason.KILLED, ExitReason.NOPROC);
    }

    @Test
    void a_linked_start_that_takes_too_long_leaves_its_caller_alone() {
        ExitReason end =
                endOf(() -> {
                    assertThat(startLink(slow(true), SHORT)).isEqualTo(TIMED_OUT);
                    assertThat(startLink(slow(false), SHORT)).isEqualTo(TIMED_OUT);
                });
        assertThat(end).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_caller_that_traps_exits_gets_no_exit_message() {
        trapExits(true);
        Pid<?> server = startInVain(() -> startLink(slow(false), SHORT));
        reasonOf(monitor(server));
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void the_name_of_a_server_that_took_too_long_is_free_when_it_has_ended() {
        Name<Message> name = new Name<>(FreshName.of("slow"));
        Pid<?> server =
                startInVain(() -> {
                    until(() -> whereis(name).isEmpty());
                    return startLink(slow(false), name, SHORT);
                });
        reasonOf(monitor(server));
        assertThat(start(ScriptedServer::new, name, Patience.LIMIT)).isInstanceOf(Start.Ok.class);
    }

    @Test
    void a_start_that_is_quick_enough_does_not_notice_the_timeout() {
        assertThat(start(ScriptedServer::new, Patience.LIMIT)).isInstanceOf(Start.Ok.class);
        assertThat(startLink(ScriptedServer::new, GenServer.INFINITY)).isInstanceOf(Start.Ok.class);
    }

    @Test
    void a_server_that_stops_for_the_reason_timeout_still_takes_its_parent_with_it() {
        Supplier<ScriptedServer> stopping =
                () ->
                        new ScriptedServer() {
                            @Override
                            protected Init<Integer> init() {
                                return stop(ExitReason.TIMEOUT);
                            }
                        };
        ExitReason end =
                endOf(() -> {
                    startLink(stopping, Patience.LIMIT);
                    receive();
                });
        assertThat(end).isEqualTo(ExitReason.TIMEOUT);
    }

    @Test
    void a_negative_timeout_is_refused_before_anything_starts() {
        assertThatThrownBy(() -> start(slow(false), Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
        assertThat(receive(Pid.class, Duration.ZERO)).isEmpty();
    }
}
