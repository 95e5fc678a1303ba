package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.valueOf;
import static otp.Processes.exit;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A server that a signal ends before its init has decided has not been started. */
@RuntimeTest
class KilledInInitTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    private final CompletableFuture<Pid<?>> inInit = new CompletableFuture<>();
    private final Gate gate = new Gate();

    /** Computes in its init, and notices no signal while it does. */
    private final class Slow extends ScriptedServer {

        private final boolean traps;

        Slow(boolean traps) {
            this.traps = traps;
        }

        @Override
        protected Init<Integer> init() {
            trapExits(traps);
            inInit.complete(Processes.self());
            gate.passStubbornly();
            return ok(0);
        }
    }

    /** Starts a server while another process sends it a signal in its init. */
    private Start<Message> start(
            Function<Supplier<ScriptedServer>, Start<Message>> start,
            boolean traps,
            ExitReason signal) {
        Processes.spawn(() -> {
            exit(valueOf(inInit), signal);
            gate.open();
        });
        return start.apply(() -> new Slow(traps));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_start_that_was_killed_in_init_fails(boolean traps) {
        assertThat(start(GenServer::start, traps, ExitReason.KILL))
                .isEqualTo(new Start.Failed<>(ExitReason.KILLED));
        assertThat(Processes.isAlive(valueOf(inInit))).isFalse();
    }

    @Test
    void a_start_fails_with_any_signal_that_ends_the_server() {
        assertThat(start(GenServer::start, false, BOOM)).isEqualTo(new Start.Failed<>(BOOM));
    }

    @Test
    void a_signal_that_is_trapped_or_ignored_does_not_fail_a_start() {
        assertThat(start(GenServer::start, true, BOOM)).isInstanceOf(Start.Ok.class);
    }

    @Test
    void a_normal_signal_does_not_fail_a_start() {
        assertThat(start(GenServer::start, false, ExitReason.NORMAL)).isInstanceOf(Start.Ok.class);
    }

    @Test
    void a_parent_that_traps_exits_is_told_once_by_the_start() {
        trapExits(true);
        assertThat(start(GenServer::startLink, false, ExitReason.KILL))
                .isEqualTo(new Start.Failed<>(ExitReason.KILLED));
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
        assertThat(Processes.info(Processes.self()).orElseThrow().links()).isEmpty();
    }

    @Test
    void a_parent_that_does_not_trap_exits_ends_as_well() {
        assertThatThrownBy(() -> start(GenServer::startLink, false, BOOM))
                .isInstanceOf(Killed.class);
    }

    @Test
    void the_name_is_free_again() {
        Name<Message> name = new Name<>(FreshName.of("killed_in_init"));
        assertThat(start(server -> GenServer.start(server, name), false, ExitReason.KILL))
                .isEqualTo(new Start.Failed<>(ExitReason.KILLED));
        assertThat(Processes.whereis(name)).isEmpty();
    }
}
