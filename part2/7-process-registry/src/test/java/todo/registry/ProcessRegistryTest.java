package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.self;

import static todo.registry.RegistryWatch.clumsyKeys;
import static todo.registry.RegistryWatch.monitors;
import static todo.registry.RegistryWatch.process;
import static todo.registry.RegistryWatch.startRegistry;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;
import otp.Tuple;

import todo.EndEveryProcess;

import java.util.ArrayList;
import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessRegistryTest {

    private static final Object KEY = Tuple.of("database_worker", 1);

    @Test
    @Tag("task-1")
    @DisplayName("A process that was given a key is found under it")
    void a_process_is_found_under_its_key() {
        startRegistry();

        assertThat(ProcessRegistry.registerName(KEY, self()))
                .as("the process gets the key")
                .isTrue();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(self());
    }

    @Test
    @Tag("task-1")
    @DisplayName("No process is found under a key that was never given away")
    void an_unknown_key_has_no_process() {
        startRegistry();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A key that a living process has is refused to others, and stays where it is")
    void a_key_is_given_to_one_process() {
        startRegistry();
        Pid<?> holder = process();
        ProcessRegistry.registerName(KEY, holder);

        assertThat(ProcessRegistry.registerName(KEY, self()))
                .as("the process gets the key")
                .isFalse();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(holder);
        assertThat(monitors()).as("what the registry monitors").containsExactly(holder);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A key that a living process has is refused to that process as well")
    void a_key_is_not_given_twice_to_its_holder() {
        startRegistry();
        Pid<?> holder = process();
        ProcessRegistry.registerName(KEY, holder);

        assertThat(ProcessRegistry.registerName(KEY, holder))
                .as("a process is given a key that it has already")
                .isFalse();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(holder);
        assertThat(monitors()).as("what the registry monitors").containsExactly(holder);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A process may have several keys, and is found under each of them")
    void a_process_can_have_several_keys() {
        startRegistry();

        ProcessRegistry.registerName("one", self());
        ProcessRegistry.registerName("another", self());

        assertThat(ProcessRegistry.whereisName("one"))
                .as("the process that is found under the first key")
                .contains(self());
        assertThat(ProcessRegistry.whereisName("another"))
                .as("the process that is found under the second key")
                .contains(self());
    }

    @Test
    @Tag("task-1")
    @DisplayName(
            "A process that is given a key is monitored, so that the registry hears of its end")
    void a_process_with_a_key_is_monitored() {
        startRegistry();
        Pid<?> process = process();

        ProcessRegistry.registerName(KEY, process);

        assertThat(monitors()).as("what the registry monitors").contains(process);
        assertThat(info(process).orElseThrow().links())
                .as("what a process is linked with that has a key: the registry is not")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("However many keys there are, and of one process, each leads to its process")
    void any_number_of_keys_is_given() {
        startRegistry();
        Pid<?> other = process();

        for (int number = 0; number < 300; number++) {
            assertThat(ProcessRegistry.registerName(Tuple.of("mine", number), self()))
                    .as("the process gets its key number %d", number + 1)
                    .isTrue();
            ProcessRegistry.registerName(Tuple.of("other", number), other);
        }

        for (int number = 0; number < 300; number++) {
            assertThat(ProcessRegistry.whereisName(Tuple.of("mine", number)))
                    .as("the process that is found under its key number %d", number + 1)
                    .contains(self());
            assertThat(ProcessRegistry.whereisName(Tuple.of("other", number)))
                    .as("the process that is found under its key number %d", number + 1)
                    .contains(other);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("Any value can be a key, and equal values are the same key")
    void any_value_can_be_a_key() {
        startRegistry();
        List<Object> keys =
                List.of("worker", 1, 1L, Tuple.of("worker", 1), Tuple.of("worker", 2), List.of());
        List<Pid<?>> processes = new ArrayList<>();

        for (Object key : keys) {
            Pid<?> process = process();
            assertThat(ProcessRegistry.registerName(key, process))
                    .as("the process gets the key")
                    .isTrue();
            processes.add(process);
        }

        assertThat(ProcessRegistry.whereisName(Tuple.of("worker", 2)))
                .as("the process that is found under the key")
                .contains(processes.get(4));
        for (int i = 0; i < keys.size(); i++) {
            assertThat(ProcessRegistry.whereisName(keys.get(i)))
                    .as("the process that is found under the key")
                    .contains(processes.get(i));
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("A key that was freed has no process, and can be given to another")
    void a_freed_key_can_be_given_again() {
        startRegistry();
        ProcessRegistry.registerName(KEY, process());

        ProcessRegistry.unregisterName(KEY);

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
        assertThat(ProcessRegistry.registerName(KEY, self()))
                .as("the process gets the key")
                .isTrue();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Freeing a key leaves all others, even those of the same process")
    void freeing_a_key_leaves_the_others() {
        startRegistry();
        ProcessRegistry.registerName("one", self());
        ProcessRegistry.registerName("another", self());

        ProcessRegistry.unregisterName("one");
        ProcessRegistry.unregisterName("nobody's");

        assertThat(ProcessRegistry.whereisName("one"))
                .as("the process that is found under the key")
                .isEmpty();
        assertThat(ProcessRegistry.whereisName("another"))
                .as("the process that is found under the key")
                .contains(self());
    }

    @Test
    @Tag("task-2")
    @DisplayName("The registry keeps nothing of a key that was freed")
    void a_freed_key_is_forgotten() {
        startRegistry();
        List<ClumsyKey> keys = List.of(new ClumsyKey(), new ClumsyKey(), new ClumsyKey());
        keys.forEach(key -> ProcessRegistry.registerName(key, self()));

        keys.forEach(ProcessRegistry::unregisterName);

        assertThat(clumsyKeys()).as("keys that the registry still has").isZero();
    }
}
