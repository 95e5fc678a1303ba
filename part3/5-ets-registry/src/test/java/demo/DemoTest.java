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
import todo.database.ListFolder;
import todo.database.Lookup;
import todo.list.TodoList;
import todo.registry.ProcessRegistry;
import todo.registry.RegistryNews;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

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
    @DisplayName("What is on disk when the system starts is there, and so is what it ends with")
    void the_lists_are_there_on_the_next_start() {
        ListFolder disk = new ListFolder(folder);
        disk.store("Bob's list", TodoList.empty().add(Client.DAY, "of an earlier run"));

        String told = run();

        assertThat(told).as("what the run tells").startsWith("1 entries on 3 lists");
        assertThat(entries(disk))
                .as("the entries that are on disk in the end")
                .isEqualTo(entriesAtTheEnd(told))
                .isGreaterThan(1);
    }

    private static int entries(ListFolder disk) {
        return Stream.of("Alice's list", "Bob's list", "Carol's list")
                .map(disk::get)
                .mapToInt(found -> ((Lookup.Found) found).list().entries(Client.DAY).size())
                .sum();
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
