package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Patience.reasonOf;
import static otp.Registry.Keys.DUPLICATE;

import org.junit.jupiter.api.Test;

import otp.Registry.Entry;
import otp.Registry.Registration.Ok;

import java.util.List;

@RuntimeTest
class RegistryDuplicateTest {

    private final Registry<String, Integer> registry =
            new Registry<>(FreshName.of("duplicate_test"));

    private void startRegistry() {
        Processes.trapExits(true);
        registry.startLink(DUPLICATE).pid();
    }

    @Test
    void many_processes_share_a_key() {
        startRegistry();
        registry.register("a", 1);
        Pid<String> other = subscriber(2);
        assertThat(registry.lookup("a"))
                .containsExactlyInAnyOrder(new Entry<>(Processes.self(), 1), new Entry<>(other, 2));
    }

    /** Starts a process that registers, and waits until it has. */
    private Pid<String> subscriber(int value) {
        Pid<Object> test = Processes.self();
        Pid<String> subscriber =
                Processes.spawn(() -> {
                    registry.register("a", value);
                    Processes.send(test, "registered");
                    Processes.send(test, Processes.receive(String.class) + " for " + value);
                    Processes.receive();
                });
        Patience.received(String.class);
        return subscriber;
    }

    @Test
    void a_process_may_register_under_a_key_many_times() {
        startRegistry();
        assertThat(registry.register("a", 1)).isEqualTo(new Ok<>());
        assertThat(registry.register("a", 2)).isEqualTo(new Ok<>());
        Pid<String> self = Processes.self();
        assertThat(registry.lookup("a"))
                .containsExactlyInAnyOrder(new Entry<>(self, 1), new Entry<>(self, 2));
        assertThat(registry.keys(self)).containsExactly("a", "a");
        assertThat(registry.count()).isEqualTo(2);
    }

    @Test
    void unregister_ends_every_registration_of_the_caller_and_nobody_elses() {
        startRegistry();
        registry.register("a", 1);
        registry.register("a", 2);
        Pid<String> other = subscriber(3);
        registry.unregister("a");
        assertThat(registry.lookup("a")).containsExactly(new Entry<>(other, 3));
        assertThat(registry.keys(Processes.self())).isEmpty();
    }

    @Test
    void the_entries_of_an_ended_process_are_gone_and_the_others_stay() {
        startRegistry();
        registry.register("a", 1);
        Pid<String> other = subscriber(2);
        Monitor monitor = Processes.monitor(other);
        Processes.exit(other, ExitReason.KILL);
        reasonOf(monitor);
        assertThat(registry.lookup("a")).containsExactly(new Entry<>(Processes.self(), 1));
        assertThat(registry.count()).isOne();
    }

    @Test
    void dispatch_reaches_every_subscriber() {
        startRegistry();
        subscriber(1);
        subscriber(2);
        registry.dispatch("a", entries -> entries.forEach(entry -> tell(entry.process())));
        assertThat(List.of(Patience.received(String.class), Patience.received(String.class)))
                .containsExactlyInAnyOrder("news for 1", "news for 2");
    }

    private static void tell(Pid<String> subscriber) {
        Processes.send(subscriber, "news");
    }

    @Test
    void its_keys_cannot_be_names() {
        startRegistry();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Processes.monitor(registry.via("a")))
                .withMessageContaining(registry + " cannot be names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.registerName("a", Processes.self()));
    }
}
