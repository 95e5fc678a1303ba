package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Registry.Keys.DUPLICATE;
import static otp.Registry.Keys.UNIQUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import otp.Registry.Keys;
import otp.Registry.Registration.Ok;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Keys whose methods fail do harm to those alone who use them. */
@RuntimeTest
class RegistryHostileTest {

    private final Registry<Object, String> registry =
            new Registry<>(FreshName.of("registry_hostile_test"));

    /** A key that turns hostile, as a lazy entity does whose session is closed. */
    private record TurningKey(AtomicReference<Hostility> hostility) {

        TurningKey() {
            this(new AtomicReference<>());
        }

        private int act() {
            return hostility.get() == null ? 1 : hostility.get().act();
        }

        @Override
        public boolean equals(Object other) {
            return act() == 1 && this == other;
        }

        @Override
        public int hashCode() {
            return act();
        }

        @Override
        public String toString() {
            return "key" + act();
        }
    }

    private Pid<Object> registered(Object key) {
        CompletableFuture<Boolean> registered = new CompletableFuture<>();
        Pid<Object> process =
                Processes.spawn(() -> {
                    registry.register(key, "value");
                    registered.complete(true);
                    Processes.receive();
                });
        Patience.valueOf(registered);
        return process;
    }

    private void startRegistry(Keys keys) {
        Processes.trapExits(true);
        registry.startLink(keys).pid();
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_process_is_announced_whatever_has_become_of_its_key(Hostility hostility) {
        startRegistry(UNIQUE);
        TurningKey key = new TurningKey();
        Pid<Object> process = registered(key);
        key.hostility().set(hostility);
        Monitor monitor = Processes.monitor(process);
        Processes.exit(process, ExitReason.KILL);
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(registry.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_key_is_in_nobody_elses_way(Hostility hostility) {
        for (Keys keys : Keys.values()) {
            startRegistry(keys);
            TurningKey key = new TurningKey();
            registered(key);
            key.hostility().set(hostility);
            // Its hash is that of the hostile key.
            Object other = 1;
            assertThat(registry.register(other, "mine")).isEqualTo(new Ok<>());
            assertThat(registry.whereis(other)).contains(Processes.self());
            registry.unregister(other);
            assertThat(registry.count()).isOne();
            Processes.exit(
                    Processes.whereis(new Name<>(registry.name())).orElseThrow(), ExitReason.KILL);
            Patience.received(ExitMessage.class);
        }
    }

    @Test
    void a_key_that_blocks_its_own_lookup_blocks_no_other() {
        startRegistry(DUPLICATE);
        TurningKey key = new TurningKey();
        registered(key);
        key.hostility().set(Hostility.BLOCKS);
        Thread stuck = Thread.startVirtualThread(() -> registry.register(key, "stuck"));
        Patience.until(() -> stuck.getState() == Thread.State.WAITING);
        assertThat(registry.register(1, "mine")).isEqualTo(new Ok<>());
        assertThat(registry.lookup(1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_tree_is_drawn_whatever_the_keys_of_its_processes(Hostility hostility) {
        startRegistry(UNIQUE);
        TurningKey key = new TurningKey();
        Family family = new Family();
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        SupervisorFlags.oneForOne(),
                        ChildSpec.worker(
                                "a", () -> GenServer.startLink(ScriptedServer::new, via(key))));
        key.hostility().set(hostility);
        assertThat(SupervisionTree.of(supervisor)).contains("an unprintable").contains("a: ");
    }

    private Via<ScriptedServer.Message> via(Object key) {
        return new Registry<ScriptedServer.Message, String>(registry.name()).via(key);
    }

    /** A cast never fails; all but the end of the caller itself counts as nobody found. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BLOCKS")
    void a_cast_under_a_key_that_fails_is_dropped(Hostility hostility) {
        startRegistry(UNIQUE);
        TurningKey key = new TurningKey();
        key.hostility().set(hostility);
        GenServer.cast(via(key), ScriptedServer.Tell.toAdd(1));
        PartitionSupervisor<ScriptedServer.Message> partitions =
                new PartitionSupervisor<>(FreshName.of("partitions"));
        partitions
                .startLink(
                        2,
                        id -> ChildSpec.worker(id, () -> GenServer.startLink(ScriptedServer::new)))
                .pid();
        GenServer.cast(partitions.via(key), ScriptedServer.Tell.toAdd(1));
        assertThat(registry.count()).isZero();
    }
}
