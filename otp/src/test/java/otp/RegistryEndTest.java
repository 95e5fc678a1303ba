package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Registry.Keys.UNIQUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import otp.Registry.Registration.AlreadyRegistered;
import otp.Registry.Registration.Ok;

import java.util.concurrent.CompletableFuture;

/** What remains of whom, in a registry, when processes end. */
@RuntimeTest
class RegistryEndTest {

    private final Registry<Object, String> registry =
            new Registry<>(FreshName.of("registry_end_test"));

    private Pid<Void> startRegistry() {
        Processes.trapExits(true);
        return registry.startLink(UNIQUE).pid();
    }

    /** Starts a process that registers and then does something; waits until it has registered. */
    private Pid<Object> registered(Runnable then) {
        CompletableFuture<Boolean> registered = new CompletableFuture<>();
        Pid<Object> process =
                Processes.spawn(() -> {
                    registry.register("a", "value");
                    registered.complete(true);
                    then.run();
                });
        Patience.valueOf(registered);
        return process;
    }

    @Test
    void an_entry_is_gone_when_the_end_of_its_process_is_announced() {
        startRegistry();
        for (int round = 0; round < 1_000; round++) {
            Pid<Object> process = registered(Processes::receive);
            Monitor monitor = monitor(process);
            Processes.exit(process, ExitReason.KILL);
            reasonOf(monitor);
            assertThat(registry.count()).isZero();
            assertThat(registry.keys(process)).isEmpty();
        }
    }

    @Test
    void an_entry_is_gone_before_a_linked_process_hears_of_the_end() {
        startRegistry();
        Gate gate = new Gate();
        Pid<Object> process = registered(gate::pass);
        Processes.link(process);
        gate.open();
        Patience.received(ExitMessage.class);
        assertThat(registry.count()).isZero();
    }

    @Test
    void a_killed_process_that_has_not_ended_yet_is_not_found() {
        startRegistry();
        Gate gate = new Gate();
        Pid<Object> process = registered(gate::passStubbornly);
        Processes.exit(process, ExitReason.KILL);
        assertThat(registry.lookup("a")).isEmpty();
        assertThat(registry.whereis("a")).isEmpty();
        gate.open();
    }

    @Test
    void a_killed_process_has_its_key_until_its_end_is_announced() {
        startRegistry();
        Gate gate = new Gate();
        Pid<Object> process = registered(gate::passStubbornly);
        Monitor monitor = monitor(process);
        Processes.exit(process, ExitReason.KILL);
        assertThat(registry.register("a", "mine")).isEqualTo(new AlreadyRegistered<>(process));
        assertThat(GenServer.start(Named::new, registry.via("a")))
                .isEqualTo(new Start.AlreadyStarted<>(process));
        gate.open();
        reasonOf(monitor);
        assertThat(registry.register("a", "mine")).isEqualTo(new Ok<>());
        assertThat(registry.whereis("a")).contains(Processes.self());
    }

    private static final class Named extends GenServer<Object, Integer> {

        @Override
        protected Init<Integer> init() {
            return ok(0);
        }

        @Override
        protected Next<Integer> handle(Object message, Integer state) {
            return noreply(state);
        }
    }

    @Test
    void the_entries_end_with_the_registry() {
        Pid<Void> server = startRegistry();
        registry.register("a", "value");
        GenServer.stop(server);
        startRegistry();
        assertThat(registry.lookup("a")).isEmpty();
        assertThat(registry.register("a", "again")).isEqualTo(new Ok<>());
    }

    @Test
    void a_registered_process_ends_when_the_registry_crashes() {
        Pid<Void> server = startRegistry();
        Monitor monitor = monitor(registered(Processes::receive));
        Processes.exit(server, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "oops"})
    void a_registered_process_is_shut_down_when_the_registry_is_stopped(String reason) {
        Pid<Void> server = startRegistry();
        Monitor monitor = monitor(registered(Processes::receive));
        GenServer.stop(server, ExitReason.of(reason));
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_registered_process_that_traps_exits_is_told_once_that_the_registry_was_stopped() {
        Pid<Void> server = startRegistry();
        Pid<Object> test = Processes.self();
        Pid<Object> process =
                registered(() -> {
                    Processes.trapExits(true);
                    Processes.send(test, "traps");
                    Processes.send(test, new Object[] {Processes.receive(), Processes.receive()});
                });
        Patience.received(String.class);
        GenServer.stop(server);
        Processes.send(process, "second");
        assertThat(Patience.received(Object[].class))
                .containsExactly(new ExitMessage(server, ExitReason.SHUTDOWN), "second");
    }

    @Test
    void a_process_that_has_unregistered_everything_outlives_the_registry() {
        Pid<Void> server = startRegistry();
        assertThat(
                        Patience.inProcess(() -> {
                            registry.register("a", "value");
                            registry.unregister("a");
                            return Processes.info(Processes.self()).orElseThrow().links();
                        }))
                .doesNotContain(server);
    }

    @Test
    void whoever_started_the_registry_stays_linked_with_it() {
        Pid<Void> server = startRegistry();
        registry.register("a", "value");
        registry.unregister("a");
        assertThat(Processes.info(server).orElseThrow().links()).containsExactly(Processes.self());
    }

    @Test
    void no_process_is_registered_by_another() {
        startRegistry();
        Pid<Object> other = Processes.spawn(Processes::receive);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.registerName("a", other))
                .withMessage(
                        "%s cannot register %s: a process registers itself",
                        Processes.self(), other);
        assertThat(registry.count()).isZero();
    }

    @Test
    void a_crash_of_a_registered_process_does_not_concern_the_registry() {
        Pid<Void> server = startRegistry();
        Pid<Object> process =
                registered(() -> {
                    throw new Exit(Family.BOOM);
                });
        reasonOf(monitor(process));
        assertThat(registry.register("b", "value")).isEqualTo(new Ok<>());
        assertThat(Processes.isAlive(server)).isTrue();
    }
}
