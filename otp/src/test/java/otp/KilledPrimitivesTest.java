package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import static otp.Patience.untilQueued;
import static otp.Patience.valueOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Whatever a killed process touches of the runtime throws {@link Killed}, and does nothing else.
 */
@RuntimeTest
class KilledPrimitivesTest {

    private static final Name<ScriptedServer.Message> NAME = new Name<>("killed_primitives");
    private static final ExitReason BOOM = ExitReason.of("boom");

    /** What a killed process is to touch: another process. */
    @FunctionalInterface
    interface Primitive {
        void touch(Pid<ScriptedServer.Message> other);
    }

    static Stream<Arguments> primitives() {
        Monitor monitor = Processes.monitor(new Name<>("nobody"));
        return Stream.of(
                primitive("spawn", _ -> Processes.spawn(() -> {})),
                primitive("spawnLink", _ -> Processes.spawnLink(() -> {})),
                primitive("self", _ -> Processes.self()),
                primitive("send", other -> Processes.send(other, ScriptedServer.Tell.toAdd(1))),
                primitive("receive", _ -> Processes.receive()),
                primitive("receive a type", _ -> Processes.receive(String.class)),
                primitive("receive in time", _ -> Processes.receive(String.class, Duration.ZERO)),
                primitive("link", Processes::link),
                primitive("unlink", Processes::unlink),
                primitive("monitor", Processes::monitor),
                primitive("demonitor", _ -> Processes.demonitor(monitor)),
                primitive("exit", other -> Processes.exit(other, BOOM)),
                primitive("trapExits", _ -> Processes.trapExits(true)),
                primitive("isAlive", Processes::isAlive),
                primitive("list", _ -> Processes.list()),
                primitive("register", other -> Processes.register(other, NAME)),
                primitive("unregister", _ -> Processes.unregister(NAME)),
                primitive("whereis", _ -> Processes.whereis(NAME)),
                primitive("call", other -> GenServer.call(other, ScriptedServer.Ask.forState())),
                primitive("cast", other -> GenServer.cast(other, ScriptedServer.Tell.toAdd(1))),
                primitive("start", _ -> GenServer.start(ScriptedServer::new)),
                primitive("startLink", _ -> GenServer.startLink(ScriptedServer::new)),
                primitive("stop", GenServer::stop),
                primitive("reply", other -> GenServer.reply(fromSomeCall(), 1)));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void a_primitive_throws_killed_in_a_killed_process(Primitive primitive) {
        Gate held = new Gate();
        Pid<ScriptedServer.Message> other = Processes.spawn(held::pass);
        Gate gate = new Gate();
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Pid<Object> killed =
                Processes.spawn(() -> {
                    gate.passStubbornly();
                    outcome.complete(outcomeOf(() -> primitive.touch(other)));
                });
        Processes.exit(killed, ExitReason.KILL);
        gate.open();
        assertThat(valueOf(outcome)).isEqualTo("Killed");
        assertThat(Processes.isAlive(other)).isTrue();
        assertThat(Processes.whereis(NAME)).isNotEqualTo(Optional.of(other));
        untilQueued(other, 0);
        held.open();
    }

    private static From<Integer> fromSomeCall() {
        return new From<>(new PendingCall("request"), new Call<>() {});
    }

    private static Arguments primitive(String name, Primitive primitive) {
        return argumentSet(name, primitive);
    }

    private static String outcomeOf(Runnable code) {
        try {
            code.run();
            return "returned";
        } catch (Throwable thrown) {
            return thrown.getClass().getSimpleName();
        }
    }
}
