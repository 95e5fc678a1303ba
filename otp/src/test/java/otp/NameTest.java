package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.KillTest.reasonAfterKill;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Processes.register;
import static otp.Processes.registered;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.unregister;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

@RuntimeTest
class NameTest {

    private static final Name<Object> NAME = new Name<>("name_test");
    private static final Name<Object> OTHER = new Name<>("name_test_other");

    @Test
    void a_name_finds_the_process_that_is_registered_under_it() {
        Pid<Object> process = spawn(Processes::receive);
        assertThat(whereis(NAME)).isEmpty();
        register(process, NAME);
        assertThat(whereis(NAME)).contains(process);
        reasonAfterKill(process);
        assertThat(whereis(NAME)).isEmpty();
    }

    @Test
    void all_names_are_told_and_one_is_free_no_sooner_than_its_process_has_ended() {
        Pid<Object> process = spawn(Processes::receive);
        register(process, NAME);
        assertThat(registered()).contains(NAME).doesNotContain(OTHER);
        reasonAfterKill(process);
        assertThat(registered()).doesNotContain(NAME);
    }

    @Test
    void names_with_equal_values_are_one_name() {
        register(self(), NAME);
        assertThat(whereis(new Name<>("name_test"))).contains(self());
        unregister(NAME);
    }

    @Test
    void a_name_prints_as_an_atom() {
        assertThat(new Name<>("todo_cache")).hasToString(":todo_cache");
    }

    @Test
    void a_name_without_a_value_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Name<>(null))
                .withMessage("a name needs a value");
    }

    @Test
    void an_unregistered_name_is_free_for_another_process() {
        register(self(), NAME);
        unregister(NAME);
        assertThat(whereis(NAME)).isEmpty();
        Pid<Object> process = spawn(Processes::receive);
        register(process, NAME);
        assertThat(whereis(NAME)).contains(process);
        reasonAfterKill(process);
    }

    @Test
    void an_unregistered_process_can_have_another_name() {
        register(self(), NAME);
        unregister(NAME);
        register(self(), OTHER);
        assertThat(whereis(OTHER)).contains(self());
        unregister(OTHER);
    }

    @Test
    void unregistering_an_unknown_name_is_refused_with_the_name() {
        assertThatThrownBy(() -> unregister(OTHER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":name_test_other");
    }

    @Test
    void the_name_of_another_process_is_refused() {
        Pid<Object> process = spawn(Processes::receive);
        register(process, NAME);
        assertThatThrownBy(() -> register(self(), NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":name_test");
        assertThat(whereis(NAME)).contains(process);
        reasonAfterKill(process);
    }

    @Test
    void a_second_name_for_one_process_is_refused() {
        register(self(), NAME);
        assertThatThrownBy(() -> register(self(), OTHER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":name_test");
        assertThatThrownBy(() -> register(self(), NAME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(whereis(OTHER)).isEmpty();
        unregister(NAME);
    }

    @Test
    void a_name_for_an_ended_process_is_refused_and_stays_free() {
        Pid<Object> ended = spawn(() -> {});
        reasonOf(monitor(ended));
        assertThatThrownBy(() -> register(ended, NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ended.toString());
        assertThat(whereis(NAME)).isEmpty();
    }

    @Test
    void a_name_given_while_its_process_ends_is_free_afterwards() {
        for (int round = 0; round < 2_000; round++) {
            Pid<Object> process = spawn(() -> {});
            Monitor monitor = monitor(process);
            registers(process, NAME);
            reasonOf(monitor);
            assertThat(whereis(NAME)).isEmpty();
        }
    }

    @Test
    void of_two_names_given_to_one_process_at_once_one_is_refused() {
        Name<Object> first = new Name<>("first_of_two");
        Name<Object> second = new Name<>("second_of_two");
        for (int round = 0; round < 1_500; round++) {
            Pid<Object> process = spawn(Processes::receive);
            assertThat(inProcess(() -> attemptAtOnce(process, first, second)))
                    .extracting(Patience::valueOf)
                    .containsOnlyOnce(true);
            reasonAfterKill(process);
            assertThat(whereis(first)).isEmpty();
            assertThat(whereis(second)).isEmpty();
        }
    }

    private static List<CompletableFuture<Boolean>> attemptAtOnce(
            Pid<Object> process, Name<Object> first, Name<Object> second) {
        AtomicInteger ready = new AtomicInteger();
        return List.of(attempt(process, first, ready), attempt(process, second, ready));
    }

    /** Registers a process as soon as two are ready to. */
    private static CompletableFuture<Boolean> attempt(
            Pid<Object> process, Name<Object> name, AtomicInteger ready) {
        CompletableFuture<Boolean> registered = new CompletableFuture<>();
        spawn(() -> {
            ready.incrementAndGet();
            for (int turn = 0; turn < 1_000 && ready.get() < 2; turn++) {
                Thread.yield();
            }
            registered.complete(registers(process, name));
        });
        return registered;
    }

    /** Tries to register; tells whether it worked. */
    private static boolean registers(Pid<Object> process, Name<Object> name) {
        try {
            register(process, name);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
