package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.noreply;
import static otp.GenServer.start;
import static otp.GenServer.stop;
import static otp.Patience.occupy;
import static otp.Patience.untilQueued;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A caller sees the end of its server, whatever the reason and however far its call has come. */
@RuntimeTest
class ServerEndTest {

    private static final ExitReason BOOM = ExitReason.of("boom");
    private static final IllegalStateException BUG = new IllegalStateException("bug");

    private final Pid<Message> server = start(ScriptedServer::new).pid();
    private final Gate gate = new Gate();

    /** How a server ends, told by what it does with its last message, and the reason. */
    static Stream<Arguments> ends() {
        return Stream.of(
                end("normal", ExitReason.NORMAL, state -> stop(ExitReason.NORMAL, state)),
                end("shutdown", ExitReason.SHUTDOWN, state -> stop(ExitReason.SHUTDOWN, state)),
                end("a reason", BOOM, state -> stop(BOOM, state)),
                end("an exit", BOOM, _ -> raise(new Exit(BOOM))),
                end("an exception", new ExitReason.Crash(BUG), _ -> raise(BUG)),
                end("a kill", ExitReason.KILLED, _ -> killSelf()));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void the_call_that_is_being_handled_fails_with_the_servers_reason(
            ExitReason reason, Function<Integer, Next<Integer>> last) {
        Ask request = new Ask((_, _, state) -> last.apply(state));
        assertThat(Failures.ofExit(() -> call(server, request)))
                .isEqualTo(new ExitReason.InCall(reason, server, request));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void calls_that_wait_fail_with_the_servers_reason(
            ExitReason reason, Function<Integer, Next<Integer>> last) {
        occupy(server, gate::pass);
        cast(server, new Tell((_, _, state) -> last.apply(state)));
        List<CompletableFuture<ExitReason>> waiting = threeCallers(Ask.forState());
        untilQueued(server, 4);
        gate.open();
        assertThat(waiting).extracting(Patience::valueOf).containsOnly(reason);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void calls_whose_answer_was_put_off_fail_with_the_servers_reason(
            ExitReason reason, Function<Integer, Next<Integer>> last) {
        occupy(server, gate::pass);
        List<CompletableFuture<ExitReason>> waiting = threeCallers(new Ask(ServerEndTest::putOff));
        untilQueued(server, 3);
        cast(server, new Tell((_, _, state) -> last.apply(state)));
        gate.open();
        assertThat(waiting).extracting(Patience::valueOf).containsOnly(reason);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_caller_of_a_server_that_calls_another_sees_the_first_cause(
            ExitReason reason, Function<Integer, Next<Integer>> last) {
        Ask inner = new Ask((_, _, state) -> last.apply(state));
        Pid<Message> outer = start(ScriptedServer::new).pid();
        Ask request = new Ask((_, _, _) -> noreply(call(server, inner)));
        assertThat(Failures.ofCall(() -> call(outer, request)).reason())
                .isEqualTo(new ExitReason.InCall(reason, server, inner));
    }

    private List<CompletableFuture<ExitReason>> threeCallers(Ask request) {
        return IntStream.range(0, 3).mapToObj(_ -> caller(request)).toList();
    }

    private CompletableFuture<ExitReason> caller(Ask request) {
        CompletableFuture<ExitReason> failure = new CompletableFuture<>();
        Processes.spawn(
                () -> failure.complete(Failures.ofCall(() -> call(server, request)).reason()));
        return failure;
    }

    private static Next<Integer> putOff(ScriptedServer server, Ask request, int state) {
        server.from(request);
        return noreply(state);
    }

    private static Arguments end(
            String name, ExitReason reason, Function<Integer, Next<Integer>> last) {
        return argumentSet(name, reason, last);
    }

    private static Next<Integer> raise(RuntimeException exception) {
        throw exception;
    }

    private static Next<Integer> killSelf() {
        Processes.exit(Processes.self(), ExitReason.KILL);
        return noreply(0);
    }
}
