package counter.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import counter.EndEveryProcess;
import counter.Running;
import counter.Specification;
import counter.worker.Worker;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Start;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import java.util.Map;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CounterSupervisorTest {

    @Test
    @DisplayName("Two children with the same id are refused with the reason, and no worker runs")
    void a_duplicate_id_is_refused_with_the_reason() {
        trapExits(true);

        Start<Supervisor.Message> start =
                Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        Worker.childSpec("W1"),
                        Worker.childSpec("W2"));

        assertThat(start)
                .as("what comes of two workers with one id")
                .isEqualTo(
                        new Start.Failed<>(
                                ExitReason.of(
                                        "two children have the id counter_worker:"
                                                + " give each an id of its own")));
        assertThat(Running.processes()).as("what still runs").isEmpty();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Two workers run, under ids of their own, and both are found by name")
    void two_ids_run() {
        Pid<Supervisor.Message> system = startSystem();

        assertThat(Specification.ofChildren(system))
                .as("the children of the system")
                .containsExactlyInAnyOrder(Specification.worker("W1"), Specification.worker("W2"));
        assertThat(processes(system))
                .as("the process of each child")
                .isEqualTo(Map.of("W1", worker("W1"), "W2", worker("W2")));
    }

    @Test
    @Tag("task-3")
    @DisplayName("More than three restarts in five seconds are too many, as by default")
    void the_limits_are_the_default() {
        SupervisorFlags flags = Supervisor.getFlags(startSystem());

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The workers of the system count, each for itself")
    void the_workers_count() {
        startSystem();

        Worker.inc("W1", 3);
        Worker.inc("W2");

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(3);
        assertThat(Worker.value("W2")).as("the value of W2").isEqualTo(1);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A killed worker comes back under its name, and begins at 0; the other counts on")
    void a_killed_worker_is_restarted_alone() {
        Pid<Supervisor.Message> system = startSystem();
        Worker.inc("W1", 3);
        Worker.inc("W2", 4);
        Pid<?> first = worker("W1");
        Pid<?> second = worker("W2");

        Running.kill(first);
        Supervisor.countChildren(system);

        assertThat(worker("W1")).as("the worker that is found as W1").isNotEqualTo(first);
        assertThat(worker("W2")).as("the worker that is found as W2").isEqualTo(second);
        assertThat(Worker.value("W1")).as("the value of W1").isZero();
        assertThat(Worker.value("W2")).as("the value of W2").isEqualTo(4);

        Pid<?> next = worker("W1");
        Running.kill(second);
        Supervisor.countChildren(system);

        assertThat(worker("W1")).as("the worker W1, after the end of W2").isEqualTo(next);
        assertThat(worker("W2")).as("the worker that is found as W2").isNotEqualTo(second);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        Pid<Supervisor.Message> system = startSystem();

        Supervisor.stop(system);

        assertThat(Running.processes()).as("what still runs").isEmpty();
    }

    private static Pid<Supervisor.Message> startSystem() {
        trapExits(true);
        return CounterSupervisor.startLink().pid();
    }

    private static Map<Object, Pid<?>> processes(Pid<Supervisor.Message> system) {
        return Supervisor.whichChildren(system).stream()
                .filter(child -> child.pid().isPresent())
                .collect(toMap(ChildInfo::id, child -> child.pid().get()));
    }

    private static Pid<?> worker(String name) {
        return whereis(new Name<>(name))
                .orElseThrow(() -> new AssertionError("there is no worker " + name));
    }
}
