package duper;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import counter.EndEveryProcess;
import counter.Running;
import counter.Specification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DuperSupervisorTest {

    private static final List<String> NAMES =
            List.of(
                    "duper_results",
                    "duper_path_finder",
                    "duper_worker_supervisor",
                    "duper_gatherer");

    @TempDir private Path folder;

    private Pid<Supervisor.Message> system;
    private Set<Path> same;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        same =
                Set.of(
                        Files.writeString(folder.resolve("first.txt"), "the same"),
                        Files.writeString(folder.resolve("below/second.txt"), "the same"),
                        Files.writeString(folder.resolve("third.txt"), "the same"));
        Files.writeString(folder.resolve("other.txt"), "another");
    }

    @Test
    @Tag("task-4")
    @DisplayName("All parts are children of one supervisor, the gatherer the last of them")
    void the_gatherer_starts_last() {
        startSystem(2);

        assertThat(children())
                .as("the children, in the order in which they were started")
                .containsExactlyInAnyOrderElementsOf(NAMES)
                .endsWith("duper_gatherer");
        assertThat(Specification.ofChildren(system).stream().map(Specification::withAnyId))
                .as("how the children are specified")
                .containsExactlyInAnyOrder(
                        Specification.of(Results.childSpec()).withAnyId(),
                        Specification.of(PathFinder.childSpec(folder)).withAnyId(),
                        Specification.of(Workers.childSpec()).withAnyId(),
                        Specification.of(Gatherer.childSpec(2)).withAnyId());
    }

    @Test
    @Tag("task-4")
    @DisplayName("More than three restarts in five seconds are too many, as by default")
    void the_limits_are_the_default() {
        startSystem(1);
        SupervisorFlags flags = Supervisor.getFlags(system);

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-4")
    @DisplayName("The files of the same content are found, below the folder and by any number")
    void duplicates_are_found() {
        for (int workers : List.of(1, 3)) {
            startSystem(workers);

            assertThat(Gatherer.duplicates())
                    .as("the duplicates that %d workers find", workers)
                    .containsExactly(same);

            Supervisor.stop(system);
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName("There are as many workers as are wanted")
    void there_are_as_many_workers_as_wanted() {
        startSystem(0);
        assertThat(Gatherer.duplicates()).as("the duplicates that no worker finds").isEmpty();
        Supervisor.stop(system);
        long processesWithOne = Running.started(() -> startSystem(1));
        Supervisor.stop(system);

        long processesWithFive = Running.started(() -> startSystem(5));

        assertThat(processesWithFive - processesWithOne)
                .as("processes that are started for four more workers")
                .isEqualTo(4);
    }

    @Test
    @Tag("task-4")
    @DisplayName("When one of the four ends, all begin again, and find the same")
    void all_share_one_fate() {
        for (String killed : NAMES) {
            startSystem(2);
            assertThat(Gatherer.duplicates()).as("the duplicates").containsExactly(same);
            Map<String, Pid<?>> before = processes();

            Running.kill(before.get(killed));
            Supervisor.countChildren(system);

            assertThat(processes())
                    .as("the processes after the end of %s", killed)
                    .hasSize(4)
                    .doesNotContainValue(before.get("duper_results"))
                    .doesNotContainValue(before.get("duper_path_finder"))
                    .doesNotContainValue(before.get("duper_worker_supervisor"))
                    .doesNotContainValue(before.get("duper_gatherer"));
            assertThat(Gatherer.duplicates())
                    .as("the duplicates after the end of %s", killed)
                    .containsExactly(same);
            Supervisor.stop(system);
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem(3);

        Supervisor.stop(system);

        assertThat(Running.processes()).as("what still runs").isEmpty();
    }

    private void startSystem(int workers) {
        trapExits(true);
        system = DuperSupervisor.startLink(folder, workers).pid();
    }

    private static Map<String, Pid<?>> processes() {
        return NAMES.stream()
                .filter(name -> whereis(new Name<>(name)).isPresent())
                .collect(toMap(name -> name, name -> whereis(new Name<>(name)).orElseThrow()));
    }

    private List<String> children() {
        return Supervisor.whichChildren(system).reversed().stream()
                .flatMap(child -> child.pid().stream())
                .flatMap(pid -> info(pid).stream())
                .flatMap(info -> info.name().stream())
                .map(Name::value)
                .toList();
    }
}
