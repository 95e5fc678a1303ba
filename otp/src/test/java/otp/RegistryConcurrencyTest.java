package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import otp.Registry.Registered;
import otp.Registry.Registration.AlreadyRegistered;
import otp.Registry.Registration.Ok;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Many processes that want the same few keys, all of which have the same few hashes. */
@RuntimeTest
class RegistryConcurrencyTest {

    private static final int KEYS = 6;
    private static final int PROCESSES = 8;
    private static final int ROUNDS = 100;

    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 2;
        }
    }

    private final Registry<Object, Integer> registry =
            new Registry<>(FreshName.of("registry_concurrency_test"));
    private final AtomicIntegerArray holders = new AtomicIntegerArray(KEYS);
    private final LongAdder mistakes = new LongAdder();
    private final LongAdder successes = new LongAdder();

    @Test
    void a_unique_key_has_one_process_at_a_time_however_it_leaves() {
        Processes.trapExits(true);
        registry.startLink(RegistryOptions.unique()).pid();
        List<Monitor> generations =
                IntStream.range(0, PROCESSES)
                        .mapToObj(seed -> Processes.spawnMonitor(() -> live(seed, ROUNDS)))
                        .toList();
        generations.forEach(Patience::reasonOf);
        Patience.until(() -> registry.count() == 0);
        assertThat(mistakes.sum()).isZero();
        assertThat(successes.sum()).isPositive();
        assertThat(registry.select(_ -> true, entry -> entry)).isEmpty();
    }

    @Test
    void no_process_is_seen_under_a_key_that_another_has() {
        Processes.trapExits(true);
        registry.startLink(RegistryOptions.unique()).pid();
        Key key = new Key(1);
        registry.register(key, 1);
        Pid<Object> other = Processes.spawn(() -> refused(key));
        for (int round = 0; round < 5_000; round++) {
            assertThat(registry.select(_ -> true, Registered::process))
                    .containsExactly(Processes.self());
            assertThat(registry.keys(other)).isEmpty();
            assertThat(registry.values(key, other)).isEmpty();
        }
    }

    private void refused(Key key) {
        while (true) {
            note(registry.register(key, 2) instanceof AlreadyRegistered<Object>);
        }
    }

    /** Takes a key, and leaves it by unregistering, or by its end. */
    private void live(int seed, int rounds) {
        for (int round = 0; round < rounds; round++) {
            int number = (seed + round) % KEYS;
            if (round % 3 == 0) {
                Patience.reasonOf(Processes.spawnMonitor(() -> hold(number)));
            } else if (hold(number)) {
                registry.unregister(new Key(number));
            }
        }
    }

    private boolean hold(int number) {
        Key key = new Key(number);
        if (!(registry.register(key, number) instanceof Ok<Object>)) {
            return false;
        }
        successes.increment();
        note(holders.incrementAndGet(number) == 1);
        note(registry.whereis(key).filter(Processes.self()::equals).isPresent());
        note(registry.updateValue(key, value -> value + 1));
        note(registry.values(key, Processes.self()).equals(List.of(number + 1)));
        holders.decrementAndGet(number);
        return true;
    }

    private void note(boolean isRight) {
        if (!isRight) {
            mistakes.increment();
        }
    }
}
