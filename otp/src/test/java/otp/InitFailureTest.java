package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import static otp.GenServer.start;
import static otp.GenServer.startLink;
import static otp.Patience.endOf;
import static otp.Processes.receive;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

@RuntimeTest
class InitFailureTest {

    private static final Name<Message> NAME = new Name<>("init_failure");
    private static final ExitReason BOOM = ExitReason.of("boom");
    private static final IllegalStateException BUG = new IllegalStateException("bug");

    /** How a server fails to start, and with which reason. */
    static Stream<Arguments> failures() {
        return Stream.of(
                failure("stop", BOOM, () -> server(() -> GenServer.stop(BOOM))),
                failure("exit", BOOM, () -> server(() -> raise(new Exit(BOOM)))),
                failure("exception", new ExitReason.Crash(BUG), () -> server(() -> raise(BUG))),
                failure("creation", new ExitReason.Crash(BUG), InitFailureTest::failToCreate));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_server_that_fails_in_init_fails_its_start_with_the_reason(
            ExitReason reason, Supplier<ScriptedServer> server) {
        assertThat(start(server)).isEqualTo(new Start.Failed<>(reason));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_name_of_a_server_that_fails_in_init_is_free_when_start_returns(
            ExitReason reason, Supplier<ScriptedServer> server) {
        for (int round = 0; round < 200; round++) {
            assertThat(start(server, NAME)).isEqualTo(new Start.Failed<>(reason));
            assertThat(whereis(NAME)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_parent_that_does_not_trap_exits_ends_with_the_reason(
            ExitReason reason, Supplier<ScriptedServer> server) {
        ExitReason ofParent =
                endOf(() -> {
                    startLink(server);
                    receive();
                });
        assertThat(ofParent).isEqualTo(reason);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_parent_that_traps_exits_gets_the_exit_as_well(
            ExitReason reason, Supplier<ScriptedServer> server) {
        trapExits(true);
        assertThat(startLink(server, NAME)).isEqualTo(new Start.Failed<>(reason));
        assertThat(receive(ExitMessage.class, Patience.LIMIT))
                .map(ExitMessage::reason)
                .contains(reason);
    }

    @Test
    void a_server_that_ignores_its_start_has_no_name_when_start_returns() {
        for (int round = 0; round < 200; round++) {
            assertThat(start(() -> server(GenServer::ignore), NAME))
                    .isEqualTo(new Start.Ignore<>());
            assertThat(whereis(NAME)).isEmpty();
        }
    }

    @Test
    void nothing_is_left_of_a_server_that_ignores_its_start_when_start_returns() {
        AtomicReference<LocalProcess<?>> ignoring = new AtomicReference<>();
        for (int round = 0; round < 200; round++) {
            start(() ->
                    server(() -> {
                        LocalProcess<?> self = ProcessTable.current();
                        self.lifeline().belongings().add(_ -> Thread.yield());
                        ignoring.set(self);
                        return GenServer.ignore();
                    }));
            assertThat(ProcessTable.hasEnded(ignoring.get())).isTrue();
        }
    }

    @Test
    void a_server_that_ignores_its_start_ends_normally() {
        trapExits(true);
        assertThat(startLink(() -> server(GenServer::ignore))).isEqualTo(new Start.Ignore<>());
        assertThat(Patience.received(ExitMessage.class).reason()).isEqualTo(ExitReason.NORMAL);
        assertThat(receive(ExitMessage.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_server_that_returns_null_from_init_fails_to_start_and_is_told_why() {
        assertThat(start(() -> server(() -> null)))
                .isInstanceOfSatisfying(
                        Start.Failed.class,
                        failed -> assertThat(failed.reason().toString()).contains("null", "init"));
    }

    @Test
    void an_ordinary_end_in_init_is_not_reported_as_a_crash() {
        try (CapturedLog log = new CapturedLog()) {
            start(() -> server(() -> raise(new Exit(ExitReason.SHUTDOWN))));
            assertThat(log.errors()).isEmpty();
            start(() -> server(() -> raise(new Exit(BOOM))));
            assertThat(log.errors()).hasSize(1);
        }
    }

    private static Arguments failure(
            String name, ExitReason reason, Supplier<ScriptedServer> server) {
        return argumentSet(name, reason, server);
    }

    private static ScriptedServer server(Supplier<Init<Integer>> init) {
        return new ScriptedServer() {
            @Override
            protected Init<Integer> init() {
                return init.get();
            }
        };
    }

    private static ScriptedServer failToCreate() {
        throw BUG;
    }

    private static Init<Integer> raise(RuntimeException exception) {
        throw exception;
    }
}
