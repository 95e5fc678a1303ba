package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.self;
import static otp.Processes.trapExits;
import static otp.Processes.unregister;

import static todo.registry.RegistryWatch.process;
import static todo.registry.RegistryWatch.startRegistry;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsInfo;
import otp.EtsOptions;
import otp.EtsTable;
import otp.EtsType;
import otp.Exit;
import otp.Pid;
import otp.ServerRef;
import otp.Start;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessRegistryTest {

    private static final Object KEY = Tuple.of("database_worker", 1);

    @Test
    @Tag("task-1")
    @DisplayName(
            "The registry owns a table: every process may read it, and only the registry writes")
    void the_registry_owns_a_table() {
        RegistryWatch registry = startRegistry();

        EtsInfo table =
                Ets.info(ProcessRegistry.TABLE)
                        .orElseThrow(() -> new AssertionError("the registry has no table"));

        assertThat(table.owner()).as("the owner of the table").isEqualTo(registry.pid());
        assertThat(table.type()).as("the type of the table").isEqualTo(EtsType.SET);
        assertThat(table.access())
                .as("which processes may use the table")
                .isEqualTo(EtsAccess.PROTECTED);
        assertThat(Ets.tab2list(ProcessRegistry.TABLE)).as("the rows of the table").isEmpty();
    }

    @Test
    @Tag("task-1")
    @DisplayName("A registry that cannot have a table of its own does not start")
    void no_registry_starts_without_a_table_of_its_own() {
        trapExits(true);
        EtsTable<Object, Pid<?>> foreign = Ets.create(ProcessRegistry.TABLE, EtsOptions.set());

        assertThat(ProcessRegistry.startLink())
                .as("what came of starting a registry when the name of its table is taken")
                .isInstanceOf(Start.Failed.class);

        Ets.delete(foreign);
        startRegistry();
    }

    @Test
    @Tag("task-2")
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
    @Tag("task-2")
    @DisplayName("The row is there before the client hears that its key is given away")
    void a_key_is_in_the_table_before_the_answer() {
        RegistryWatch registry = startRegistry();
        CountDownLatch isAnswered = new CountDownLatch(1);
        AtomicBoolean isAsking = new AtomicBoolean();
        AtomicBoolean wasMissing = new AtomicBoolean();
        Pid<?> process = process();
        Consumer<Object> use =
                key -> {
                    if (self().equals(registry.pid()) && isAsking.compareAndSet(false, true)) {
                        if (isOverSoon(isAnswered) && ProcessRegistry.whereisName(key).isEmpty()) {
                            wasMissing.set(true);
                        }
                        isAsking.set(false);
                    }
                };

        ProcessRegistry.registerName(new KeyThatTells(use), process);
        isAnswered.countDown();
        RegistryNews.await(registry.pid());

        assertThat(wasMissing)
                .as("whether the key had no row yet when the client had its answer")
                .isFalse();
    }

    /** A table asks a key for its hash code with whatever is done under the key. */
    private record KeyThatTells(Consumer<Object> use) {

        @Override
        public int hashCode() {
            use.accept(this);
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** Gives another process a moment to go on, if it can. */
    private static boolean isOverSoon(CountDownLatch signal) {
        try {
            return signal.await(50, MILLISECONDS);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("No process is found under a key that was never given away")
    void an_unknown_key_has_no_process() {
        startRegistry();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName(
            "A process that is given a key is monitored, so that the registry hears of its end")
    void a_process_with_a_key_is_monitored() {
        RegistryWatch registry = startRegistry();
        Pid<?> process = process();

        ProcessRegistry.registerName(KEY, process);

        assertThat(registry.monitors())
                .as("what the registry monitors")
                .isEqualTo(List.<ServerRef<?>>of(process));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A process that is refused a key is not monitored: nothing has changed")
    void a_refused_process_is_not_monitored() {
        RegistryWatch registry = startRegistry();
        Pid<?> holder = process();
        ProcessRegistry.registerName(KEY, holder);

        assertThat(ProcessRegistry.registerName(KEY, process()))
                .as("the process gets the key")
                .isFalse();

        assertThat(registry.monitors())
                .as("what the registry monitors")
                .isEqualTo(List.<ServerRef<?>>of(holder));
    }

    @Test
    @Tag("task-2")
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
    }

    @Test
    @Tag("task-2")
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
    @DisplayName("A lookup passes the registry by: it need not even be there to be asked")
    void a_lookup_passes_the_registry_by() {
        startRegistry();
        ProcessRegistry.registerName(KEY, self());

        unregister(ProcessRegistry.NAME);

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(self());
        assertThatExceptionOfType(Exit.class)
                .as("registering without a registry")
                .isThrownBy(() -> ProcessRegistry.registerName("another", self()))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-2")
    @DisplayName("While there is no registry no process is found, and no error speaks of tables")
    void without_a_registry_no_process_is_found() {
        RegistryWatch registry = startRegistry();
        ProcessRegistry.registerName(KEY, self());

        Running.kill(registry.pid());

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The next registry begins with an empty table")
    void the_next_registry_is_empty() {
        RegistryWatch registry = startRegistry();
        ProcessRegistry.registerName(KEY, self());
        Running.kill(registry.pid());

        startRegistry();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
        assertThat(ProcessRegistry.registerName(KEY, self()))
                .as("the process gets the key")
                .isTrue();
    }
}
