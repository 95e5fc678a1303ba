package demo;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.GenServer;
import otp.Pid;
import otp.Processes;

import todo.EndEveryProcess;
import todo.Running;
import todo.registry.ProcessRegistry;
import todo.registry.RegistryNews;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("task-3")
class DemoTest {

    @TempDir private Path folder;

    /** Without a registry that does this, clients try for a long time, and fail. */
    @BeforeEach
    void the_registry_forgets_the_dead_and_no_other() {
        trapExits(true);
        Pid<?> registry = ProcessRegistry.startLink().pid();
        Pid<?> process = Processes.spawn(Processes::receive);
        ProcessRegistry.registerName("its", process);
        ProcessRegistry.registerName("mine", self());
        Running.kill(process);
        RegistryNews.await(registry);
        assertThat(ProcessRegistry.whereisName("mine"))
                .as("what has a key when another process has ended")
                .contains(self());
        assertThat(ProcessRegistry.registerName("its", self()))
                .as("the key of a process that has ended is free")
                .isTrue();
        GenServer.stop(registry);
    }

    @Test
    @DisplayName("Whatever ends, comes back, and clients that try again are answered")
    void the_system_outlives_every_mishap() {
        String told = run();

        for (Mishap mishap : Mishap.values()) {
            assertThat(told).as("what the clients were told").contains(mishap.toString());
        }
        assertThat(told)
                .as("what the clients were told")
                .containsPattern("The registry is killed\n  ended: .*ProcessRegistry")
                .containsPattern("rest_for_one, \\d restarts, 0 messages\n├─ todo_process_registry")
                .contains("10 × DatabaseWorker");
    }

    @Test
    @DisplayName("What is on disk when the system stops is there when it is started again")
    void the_lists_are_there_on_the_next_start() {
        String first = run();
        String second = run();

        assertThat(first).startsWith("0 entries on 3 lists");
        assertThat(entriesAtTheStart(second)).isEqualTo(entriesAtTheEnd(first)).isPositive();
    }

    private static int entriesAtTheStart(String told) {
        return Integer.parseInt(told.lines().findFirst().orElseThrow().split(" ")[0]);
    }

    private static int entriesAtTheEnd(String told) {
        return Integer.parseInt(
                told.lines()
                        .filter(line -> line.contains(" entries on "))
                        .toList()
                        .getLast()
                        .split(" ")[0]);
    }

    private String run() {
        var out = new ByteArrayOutputStream();
        Demo.run(new PrintStream(out, true, StandardCharsets.UTF_8), folder);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
