package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.ServerRef;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessRegistryTest {

    private static final Object KEY = Tuple.of("database_worker", 1);

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private Pid<ProcessRegistry.Message> registry;

    @AfterEach
    void let_stubborn_processes_end() {
        mayEnd.countDown();
    }

    @Test
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
    @DisplayName("No process is found under a key that was never given away")
    void an_unknown_key_has_no_process() {
        startRegistry();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .isEmpty();
    }

    @Test
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
    @DisplayName(
            "A process that is given a key is monitored, so that the registry hears of its end")
    void a_process_with_a_key_is_monitored() {
        startRegistry();
        Pid<?> process = process();

        ProcessRegistry.registerName(KEY, process);

        assertThat(monitors()).as("what the registry monitors").contains(process);
    }

    @Test
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
    @DisplayName("No process is found under the key of a killed one, not even at once")
    void the_dead_are_not_found() throws InterruptedException {
        startRegistry();
        Pid<?> dying = stubbornProcess();
        ProcessRegistry.registerName(KEY, dying);

        exit(dying, ExitReason.KILL);

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("what is found under the key of a process that has just been killed")
                .isEmpty();
    }

    @Test
    @DisplayName("A successor gets the key, though the end of the former has not been announced")
    void a_successor_gets_the_key_at_once() throws InterruptedException {
        startRegistry();
        Pid<?> dying = stubbornProcess();
        ProcessRegistry.registerName(KEY, dying);
        exit(dying, ExitReason.KILL);

        assertThat(ProcessRegistry.registerName(KEY, self()))
                .as("the key of a process that is dead is free, before the news has come")
                .isTrue();

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(self());
    }

    @Test
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
    @DisplayName("When a process has ended, the registry keeps nothing of it")
    void the_dead_are_forgotten() {
        startRegistry();
        List<ClumsyKey> keys = List.of(new ClumsyKey(), new ClumsyKey(), new ClumsyKey());
        Pid<?> process = process();
        keys.forEach(key -> ProcessRegistry.registerName(key, process));
        assertThat(monitors()).as("what the registry monitors").contains(process);

        Running.kill(process);
        awaitTheNewsOf(process);

        atOnce().alias("the registry keeps no key of a process that has ended")
                .until(() -> comparisonsOfALookup() == 0);
    }

    @Test
    @DisplayName("The end of a process costs no other one its key")
    void the_others_keep_their_keys() {
        startRegistry();
        ProcessRegistry.registerName("mine", self());
        Pid<?> process = process();
        ProcessRegistry.registerName("its", process);

        Running.kill(process);
        awaitTheNewsOf(process);

        assertThat(ProcessRegistry.whereisName("mine"))
                .as("the process that is found under the key")
                .contains(self());
    }

    @Test
    @DisplayName("The late news of an end does not cost the successor the key")
    void late_news_leave_the_successor() throws InterruptedException {
        startRegistry();
        Pid<?> dying = stubbornProcess();
        ProcessRegistry.registerName(KEY, dying);
        exit(dying, ExitReason.KILL);
        Pid<?> successor = self();
        ProcessRegistry.registerName(KEY, successor);

        mayEnd.countDown();
        awaitTheNewsOf(dying);

        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(successor);
    }

    @Test
    @DisplayName("However fast a process is replaced, its successor gets the key")
    void successors_get_the_key_however_fast() {
        startRegistry();

        Pid<?> last = self();
        for (int life = 1; life <= 100; life++) {
            Pid<?> process = process();
            assertThat(ask(() -> ProcessRegistry.registerName(KEY, process)))
                    .as("number %d gets the key of the one that was killed before", life)
                    .isTrue();
            exit(process, ExitReason.KILL);
            last = process;
        }
        awaitTheNewsOf(last);
    }

    private void startRegistry() {
        trapExits(true);
        registry = ProcessRegistry.startLink().pid();
    }

    /** Starts a process that lives until it is killed. */
    private static Pid<?> process() {
        return spawn(Processes::receive);
    }

    /** Starts a process that, when it has been killed, ends only when it may. */
    private Pid<?> stubbornProcess() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        Pid<?> process =
                spawn(() -> {
                    runs.countDown();
                    waitStubbornly();
                });
        runs.await();
        return process;
    }

    private void waitStubbornly() {
        boolean waits = true;
        while (waits) {
            try {
                mayEnd.await();
                waits = false;
            } catch (InterruptedException swallowed) {
                // This is what makes it stubborn.
            }
        }
    }

    /** Waits until the registry has been told of an end, and has done what it does then. */
    private void awaitTheNewsOf(Pid<?> ended) {
        atOnce().alias("the registry has heard of the end of " + ended)
                .until(() -> !monitors().contains(ended));
        ask(() -> ProcessRegistry.whereisName("a free key"));
    }

    private List<ServerRef<?>> monitors() {
        return info(registry).map(ProcessInfo::monitors).orElse(List.of());
    }

    /** Asks the registry; if that has crashed, fails for the reason for which it has. */
    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (Exit exit) {
            throw new Exit(receive(ExitMessage.class).reason());
        }
    }

    /** Returns with how many keys a key is compared that is as clumsy as those of a test. */
    private static int comparisonsOfALookup() {
        ClumsyKey key = new ClumsyKey();
        ProcessRegistry.whereisName(key);
        return key.comparisons();
    }

    private static ConditionFactory atOnce() {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(2));
    }
}
