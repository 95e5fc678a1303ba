package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import otp.Registry.Entry;

import java.util.List;
import java.util.Objects;

/** Values, and what may be asked for by them. */
@RuntimeTest
class RegistryQueryTest {

    private final Registry<Object, String> registry =
            new Registry<>(FreshName.of("registry_query_test"));

    private void start(RegistryOptions options) {
        Processes.trapExits(true);
        registry.startLink(options).pid();
    }

    @Test
    void a_value_is_replaced_by_what_a_function_makes_of_it() {
        start(RegistryOptions.unique());
        registry.register("a", "one");
        assertThat(registry.updateValue("a", value -> value + " more")).isTrue();
        assertThat(registry.lookup("a")).containsExactly(new Entry<>(Processes.self(), "one more"));
        assertThat(registry.values("a", Processes.self())).containsExactly("one more");
    }

    @Test
    void only_the_value_of_the_calling_process_is_replaced() {
        start(RegistryOptions.unique());
        registry.register("a", "one");
        assertThat(Patience.inProcess(() -> registry.updateValue("a", _ -> "other"))).isFalse();
        assertThat(registry.updateValue("b", _ -> "other")).isFalse();
        assertThat(registry.values("a", Processes.self())).containsExactly("one");
    }

    @Test
    void a_duplicate_key_has_no_one_value_to_be_replaced() {
        start(RegistryOptions.duplicate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.updateValue("a", _ -> "other"))
                .withMessage(
                        "the keys of the registry %s may have many values: start it with unique"
                                + " keys",
                        registry);
    }

    @Test
    void entries_come_in_the_order_of_their_registration() {
        start(RegistryOptions.duplicate());
        List<String> values = List.of("one", "two", "three", "four");
        values.forEach(value -> registry.register("a", value));
        assertThat(registry.lookup("a")).extracting(Entry::value).isEqualTo(values);
        assertThat(registry.values("a", Processes.self())).isEqualTo(values);
    }

    @Test
    void entries_are_chosen_by_their_values() {
        start(RegistryOptions.duplicate());
        registry.register("a", "one");
        registry.register("a", "two");
        registry.register("b", "one");
        assertThat(registry.match("a", "one"::equals))
                .containsExactly(new Entry<>(Processes.self(), "one"));
        assertThat(registry.countMatch("a", "three"::equals)).isZero();
        assertThat(
                        registry.select(
                                entry -> Objects.equals(entry.value(), "one"),
                                entry -> entry.key()))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void registrations_are_ended_by_their_values() {
        start(RegistryOptions.duplicate());
        registry.register("a", "one");
        registry.register("a", "two");
        registry.unregisterMatch("a", "one"::equals);
        assertThat(registry.values("a", Processes.self())).containsExactly("two");
        assertThat(registry.count()).isOne();
    }

    @Test
    void what_chooses_registrations_may_end_them_itself() {
        start(RegistryOptions.duplicate());
        registry.register("a", "one");
        registry.register("a", "two");
        registry.unregisterMatch("a", _ -> unregistered("a"));
        assertThat(registry.lookup("a")).isEmpty();
        assertThat(registry.count()).isZero();
    }

    @Test
    void if_what_chooses_registrations_fails_none_is_ended() {
        start(RegistryOptions.duplicate());
        registry.register("a", "22");
        registry.register("a", "one");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> registry.unregisterMatch("a", value -> Integer.valueOf(value) > 0));
        assertThat(registry.values("a", Processes.self())).containsExactly("22", "one");
    }

    @Test
    void a_value_is_not_replaced_that_has_been_unregistered_meanwhile() {
        start(RegistryOptions.unique());
        registry.register("a", "one");
        assertThat(registry.updateValue("a", value -> unregistered("a") ? value : "")).isFalse();
        assertThat(registry.lookup("a")).isEmpty();
    }

    private boolean unregistered(Object key) {
        registry.unregister(key);
        return true;
    }

    @Test
    void listeners_are_told_who_registers_and_unregisters() {
        Name<Object> listener = new Name<>(FreshName.of("listener"));
        Processes.register(Processes.self(), listener);
        start(
                RegistryOptions.unique()
                        .listener(listener)
                        .listener(new Name<>(FreshName.of("nobody"))));
        registry.register("a", "one");
        assertThat(Processes.receive())
                .isEqualTo(new RegistryEvent.Registered<>(registry, "a", Processes.self(), "one"));
        registry.unregister("a");
        assertThat(Processes.receive())
                .isEqualTo(new RegistryEvent.Unregistered<>(registry, "a", Processes.self()));
    }

    @Test
    void a_registry_keeps_values_beside_its_entries() {
        start(RegistryOptions.unique().meta("topics", 3));
        assertThat(registry.meta("topics")).contains(3);
        registry.putMeta("topics", 4);
        assertThat(registry.meta("topics")).contains(4);
        registry.deleteMeta("topics");
        assertThat(registry.meta("topics")).isEmpty();
    }

    @Test
    void a_process_that_polls_can_be_ended() {
        start(RegistryOptions.unique());
        for (Runnable read :
                List.<Runnable>of(
                        () -> registry.whereis("a"),
                        () -> registry.lookup("a"),
                        () -> registry.count(),
                        () -> registry.keys(Processes.self()),
                        () -> registry.values("a", Processes.self()),
                        () -> registry.meta("a"),
                        () -> registry.match("a", _ -> true),
                        () -> registry.select(_ -> true, entry -> entry),
                        () -> registry.whereisName("a"))) {
            Pid<Object> process = Processes.spawn(() -> pollForEver(read));
            Monitor monitor = Processes.monitor(process);
            Processes.exit(process, ExitReason.KILL);
            assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        }
    }

    private static void pollForEver(Runnable read) {
        while (true) {
            read.run();
        }
    }
}
