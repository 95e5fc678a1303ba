package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static todo.registry.RegistryWatch.ask;
import static todo.registry.RegistryWatch.atOnce;
import static todo.registry.RegistryWatch.awaitTheNewsOf;
import static todo.registry.RegistryWatch.clumsyKeys;
import static todo.registry.RegistryWatch.monitors;
import static todo.registry.RegistryWatch.process;
import static todo.registry.RegistryWatch.startRegistry;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Running;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What the end of a process is to the registry, before and after it has heard of it. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedProcessesTest {

    private static final Object KEY = Tuple.of("database_worker", 1);

    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void let_stubborn_processes_end() {
        mayEnd.countDown();
    }

    @Test
    @Tag("task-1")
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
    @Tag("task-1")
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
    @Tag("task-3")
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
                .until(() -> clumsyKeys() == 0);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The registry keeps nothing of a key that is freed, though its process is dead")
    void a_key_of_the_dead_is_freed() throws InterruptedException {
        startRegistry();
        ClumsyKey key = new ClumsyKey();
        Pid<?> dying = stubbornProcess();
        ProcessRegistry.registerName(key, dying);
        exit(dying, ExitReason.KILL);

        ProcessRegistry.unregisterName(key);

        assertThat(clumsyKeys()).as("keys that the registry still has").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "shutdown", "ill"})
    @Tag("task-3")
    @DisplayName("A process is forgotten for whatever reason it has ended")
    void the_reason_of_an_end_does_not_matter(String reason) {
        startRegistry();
        Pid<Object> process = spawn(() -> endWith(receive()));
        ProcessRegistry.registerName(new ClumsyKey(), process);

        send(process, reason);
        awaitTheNewsOf(process);

        assertThat(clumsyKeys()).as("keys that the registry still has").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("A process that is dead when it is registered is forgotten like any other")
    void a_dead_process_is_forgotten() {
        startRegistry();
        Pid<?> dead = process();
        Running.kill(dead);

        ProcessRegistry.registerName(new ClumsyKey(), dead);

        atOnce().alias("the registry keeps no key of a process that was dead already")
                .until(() -> clumsyKeys() == 0);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A process one of whose keys was freed is still watched over for the others")
    void a_freed_key_leaves_the_watch_over_the_others() {
        startRegistry();
        Pid<?> process = process();
        ProcessRegistry.registerName("freed", process);
        ProcessRegistry.registerName(new ClumsyKey(), process);
        ProcessRegistry.unregisterName("freed");

        Running.kill(process);
        awaitTheNewsOf(process);

        assertThat(clumsyKeys()).as("keys that the registry still has").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("The end of a process costs no other one its key")
    void the_others_keep_their_keys() {
        startRegistry();
        ProcessRegistry.registerName("mine", self());
        Pid<?> process = process();
        ProcessRegistry.registerName("its", process);

        Running.kill(process);
        awaitTheNewsOf(process);

        assertThat(ProcessRegistry.whereisName("mine"))
                .as("what has a key when another process has ended")
                .contains(self());
    }

    @Test
    @Tag("task-3")
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
                .as("what has the key, when the end of the former holder is known")
                .contains(successor);
    }

    @Test
    @Tag("task-3")
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

    private static void endWith(Object reason) {
        switch ((String) reason) {
            case "normal" -> {}
            case "shutdown" -> throw new Exit(ExitReason.SHUTDOWN);
            case String other -> throw new Exit(ExitReason.of(other));
        }
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
}
