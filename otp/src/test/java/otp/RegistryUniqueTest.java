package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Registry.Keys.UNIQUE;

import org.junit.jupiter.api.Test;

import otp.Registry.Entry;
import otp.Registry.Registration.AlreadyRegistered;
import otp.Registry.Registration.Ok;

import java.util.ArrayList;
import java.util.List;

@RuntimeTest
class RegistryUniqueTest {

    private final Registry<Object, String> registry = new Registry<>(FreshName.of("unique_test"));

    private void startRegistry() {
        Processes.trapExits(true);
        registry.startLink(UNIQUE).pid();
    }

    @Test
    void a_process_is_found_under_its_key_with_its_value() {
        startRegistry();
        assertThat(registry.register("a", "value")).isEqualTo(new Ok<>());
        assertThat(registry.lookup("a")).containsExactly(new Entry<>(Processes.self(), "value"));
        assertThat(registry.whereis("a")).contains(Processes.self());
    }

    @Test
    void nobody_is_found_under_an_unknown_key() {
        startRegistry();
        assertThat(registry.lookup("a")).isEmpty();
        assertThat(registry.whereis("a")).isEmpty();
    }

    @Test
    void a_key_that_is_taken_gives_the_holder() {
        startRegistry();
        Pid<Object> self = Processes.self();
        registry.register("a", "mine");
        assertThat(Patience.inProcess(() -> registry.register("a", "other")))
                .isEqualTo(new AlreadyRegistered<>(self));
        assertThat(registry.lookup("a")).containsExactly(new Entry<>(self, "mine"));
    }

    @Test
    void a_key_is_taken_for_its_own_holder_too() {
        startRegistry();
        registry.register("a", "first");
        assertThat(registry.register("a", "second"))
                .isEqualTo(new AlreadyRegistered<>(Processes.self()));
        assertThat(registry.keys(Processes.self())).containsExactly("a");
    }

    @Test
    void a_process_may_have_many_keys() {
        startRegistry();
        registry.register("a", "value");
        registry.register(2, "value");
        assertThat(registry.keys(Processes.self())).containsExactlyInAnyOrder("a", 2);
        assertThat(registry.count()).isEqualTo(2);
    }

    @Test
    void a_refused_process_has_no_keys() {
        startRegistry();
        registry.register("a", "mine");
        assertThat(
                        Patience.inProcess(() -> {
                            registry.register("a", "other");
                            return registry.keys(Processes.self());
                        }))
                .isEmpty();
    }

    @Test
    void keys_are_told_apart_by_equals() {
        startRegistry();
        registry.register(1, "whole");
        assertThat(registry.register(1.0, "fraction")).isEqualTo(new Ok<>());
    }

    @Test
    void an_unregistered_key_is_free() {
        startRegistry();
        registry.register("a", "value");
        registry.unregister("a");
        assertThat(registry.lookup("a")).isEmpty();
        assertThat(registry.keys(Processes.self())).isEmpty();
        assertThat(registry.count()).isZero();
        assertThat(Patience.inProcess(() -> registry.register("a", "other"))).isEqualTo(new Ok<>());
    }

    @Test
    void nobody_can_unregister_another() {
        startRegistry();
        registry.register("a", "value");
        Patience.inProcess(() -> {
            registry.unregister("a");
            registry.unregisterName("a");
            return null;
        });
        assertThat(registry.whereis("a")).contains(Processes.self());
    }

    @Test
    void dispatch_hands_the_entry_to_the_calling_process() {
        startRegistry();
        registry.register("a", "value");
        List<Object> seen = new ArrayList<>();
        registry.dispatch("a", seen::addAll);
        assertThat(seen).containsExactly(new Entry<>(Processes.self(), "value"));
    }

    @Test
    void dispatch_does_nothing_where_nobody_is_registered() {
        startRegistry();
        List<Object> seen = new ArrayList<>();
        registry.dispatch("a", seen::add);
        assertThat(seen).isEmpty();
    }

    @Test
    void a_registry_has_one_process() {
        Processes.trapExits(true);
        Pid<Void> first = registry.startLink(UNIQUE).pid();
        assertThat(registry.startLink(UNIQUE)).isEqualTo(new Start.AlreadyStarted<>(first));
    }

    @Test
    void a_registry_that_does_not_run_is_named_in_the_error() {
        Registry<Object, String> missing = new Registry<>("missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> missing.lookup("a"))
                .withMessage("there is no registry :missing: start it before it is used");
    }
}
