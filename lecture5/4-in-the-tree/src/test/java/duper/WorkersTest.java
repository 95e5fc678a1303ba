package duper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.RefusingSupervisor;
import counter.Running;
import counter.Specification;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Restart;
import otp.Supervisor;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;
import otp.Sys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {

    private static final Name<PathFinder.Message> PATH_FINDER = new Name<>("duper_path_finder");

    @TempDir private Path folder;

    private Pid<Supervisor.Message> system;

    @Test
    @Tag("task-1")
    @DisplayName("The supervisor of the workers is specified as one, and begins without workers")
    void a_supervisor_is_specified() {
        startSupervisor();

        assertThat(Specification.ofChildren(system))
                .as("how the supervisor of the workers is specified")
                .containsExactly(Specification.supervisor("duper_worker_supervisor"));
        assertThat(DynamicSupervisor.countChildren(Workers.NAME))
                .as("its children")
                .isEqualTo(new ChildCount(0, 0, 0, 0));
    }

    @Test
    @Tag("task-1")
    @DisplayName("The supervisor is found by its name, in each of its lives")
    void the_supervisor_is_found_by_its_name() {
        startSupervisor();
        Pid<?> first = whereis(Workers.NAME).orElseThrow();

        Running.kill(first);
        Supervisor.countChildren(system);

        assertThat(whereis(Workers.NAME)).as("the next supervisor").isPresent();
        assertThat(whereis(Workers.NAME).get())
                .as("the supervisor of the workers")
                .isNotEqualTo(first);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The supervisor has no limits but those of every dynamic supervisor")
    void the_limits_are_the_default() {
        startSupervisor();
        DynamicSupervisorFlags flags = DynamicSupervisor.getFlags(Workers.NAME);

        assertThat(flags.maxChildren())
                .as("children that are allowed")
                .isEqualTo(DynamicSupervisorFlags.oneForOne().maxChildren());
        assertThat(flags.restarts().maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.restarts().maxSeconds()).as("the seconds that they count").isEqualTo(5);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker is restarted after a crash, has 5 seconds to shut down, and no more")
    void a_worker_is_transient() {
        startAll();
        Sys.suspend(PATH_FINDER);

        Workers.add(1);

        Pid<?> worker = children().getFirst();
        Specification expected =
                new Specification(
                        "any id",
                        Restart.TRANSIENT,
                        Specification.worker("any id").shutdown(),
                        Specification.worker("any id").type());
        assertThat(Specification.ofChild(Workers.NAME, worker).withAnyId())
                .as("how the worker is specified")
                .isEqualTo(expected);
        assertThat(DuperWorker.childSpec(1).id()).as("the id").isEqualTo("duper_worker");
        Sys.resume(PATH_FINDER);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Each worker has the number that it was started with, and is one process")
    void each_worker_has_its_number() {
        startAll();

        long started =
                Running.started(() -> {
                    Workers.add(1);
                    Workers.add(2);
                    Workers.add(3);
                });

        assertThat(started).as("processes that were started for three workers").isEqualTo(3);
        assertThat(Stream.generate(Ends::done).limit(3))
                .as("the workers that are done")
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A worker that is done does not come back")
    void a_worker_that_is_done_stays_away() {
        startAll();
        Pid<?> supervisor = whereis(Workers.NAME).orElseThrow();

        Workers.add(1);

        assertThat(Ends.done()).as("the number of the worker that is done").isEqualTo(1);
        await("the supervisor has no children")
                .pollInterval(1, MILLISECONDS)
                .atMost(3, SECONDS)
                .until(() -> DynamicSupervisor.countChildren(Workers.NAME).specs() == 0);
        assertThat(Ends.isAnotherDone()).as("another worker says that it is done").isFalse();
        assertThat(whereis(Workers.NAME).get()).as("the supervisor").isEqualTo(supervisor);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A crash costs the file that caused it, and no other: another worker goes on")
    void a_crashed_worker_is_replaced() throws IOException {
        Path unreadable = Files.writeString(folder.resolve("a.txt"), "the same");
        Path first = Files.writeString(folder.resolve("b.txt"), "the same");
        Path second = Files.writeString(folder.resolve("c.txt"), "the same");
        startAll();
        Files.delete(unreadable);

        Workers.add(4);

        assertThat(Ends.done()).as("the number of the worker that is done").isEqualTo(4);
        assertThat(Results.duplicates())
                .as("the files that are the same")
                .containsExactly(Set.of(first, second));
    }

    @Test
    @Tag("task-3")
    @DisplayName("Whatever keeps a worker from starting is told, after one attempt, as it is")
    void the_reason_is_told_as_it_is() {
        trapExits(true);
        ExitReason reason = ExitReason.of("the disk is full");
        RefusingSupervisor.startLink(Workers.NAME, reason);

        assertThatExceptionOfType(Exit.class)
                .as("a worker is added, and the supervisor says: %s", reason)
                .isThrownBy(() -> Workers.add(1))
                .extracting(Exit::reason)
                .isEqualTo(reason);
    }

    @Test
    @Tag("task-3")
    @DisplayName("Without the supervisor there is no new worker, and its client learns of it")
    void a_missing_supervisor_is_no_secret() {
        trapExits(true);

        assertThatExceptionOfType(Exit.class)
                .as("a worker is added when there is no supervisor")
                .isThrownBy(() -> Workers.add(1))
                .withMessageStartingWith("noproc");
    }

    private void startAll() {
        startSupervisor();
        Results.startLink().pid();
        PathFinder.startLink(folder).pid();
        StandInGatherer.startLink();
    }

    private void startSupervisor() {
        trapExits(true);
        system = Supervisor.startLink(SupervisorFlags.oneForOne(), Workers.childSpec()).pid();
        assertThat(whereis(Workers.NAME))
                .as("the process that is called %s", Workers.NAME)
                .isPresent();
    }

    private static List<Pid<?>> children() {
        return DynamicSupervisor.whichChildren(Workers.NAME).stream()
                .map(ChildInfo::pid)
                .<Pid<?>>flatMap(pid -> pid.stream())
                .toList();
    }
}
