package counter.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;
import counter.Specification;
import counter.worker.Worker;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CounterSupervisorTest {

    private static final Name<?> REGISTRY = new Name<>("counter_registry");

    private Pid<Supervisor.Message> system;

    @Test
    @Tag("task-4")
    @DisplayName("The registry starts first, then the workers' supervisor, which needs it")
    void children_start_in_the_order_of_need() {
        startSystem();

        assertThat(children())
                .as("the children, in the order in which they were started")
                .containsExactly(REGISTRY, WorkerSupervisor.NAME);
        List<Specification> children = Specification.ofChildren(system);
        assertThat(children.getFirst().withAnyId())
                .as("how the registry is specified")
                .isEqualTo(
                        Specification.of(Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE))
                                .withAnyId());
        assertThat(children.getLast())
                .as("how the supervisor of the workers is specified")
                .isEqualTo(Specification.supervisor("counter_worker_supervisor"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("More than three restarts in five seconds are too many, as by default")
    void the_limits_are_the_default() {
        startSystem();
        SupervisorFlags flags = Supervisor.getFlags(system);

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Workers of any names are started while the system runs")
    void workers_are_started_while_the_system_runs() {
        startSystem();

        WorkerSupervisor.ensureWorker("W1");
        WorkerSupervisor.ensureWorker(2);
        Worker.inc("W1");
        Worker.inc(2, 2);

        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(1);
        assertThat(Worker.value(2)).as("the value of the worker 2").isEqualTo(2);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed registry takes the workers' supervisor along, and both come back")
    void the_workers_end_with_the_registry() {
        startSystem();
        Pid<?> registry = process(REGISTRY);
        Pid<?> supervisor = process(WorkerSupervisor.NAME);

        Running.kill(registry);
        Supervisor.countChildren(system);

        assertThat(process(REGISTRY)).as("the registry after its end").isNotEqualTo(registry);
        assertThat(process(WorkerSupervisor.NAME))
                .as("the supervisor of the workers, after the end of the registry")
                .isNotEqualTo(supervisor);
        WorkerSupervisor.ensureWorker("W1");
        assertThat(Worker.value("W1")).as("the value of W1").isZero();
    }

    @Test
    @Tag("task-4")
    @DisplayName("The workers' supervisor comes back without workers, and leaves the registry")
    void the_workers_supervisor_comes_back_without_workers() {
        startSystem();
        Pid<?> registry = process(REGISTRY);
        WorkerSupervisor.ensureWorker("W1");

        DynamicSupervisor.stop(WorkerSupervisor.NAME);
        Supervisor.countChildren(system);

        assertThat(DynamicSupervisor.countChildren(WorkerSupervisor.NAME).specs())
                .as("children of the supervisor")
                .isZero();
        assertThat(Worker.isRunning("W1")).as("W1 runs").isFalse();
        assertThat(process(REGISTRY)).as("the registry, which has not ended").isEqualTo(registry);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A system that is stopped leaves nothing behind")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem();
        WorkerSupervisor.ensureWorker("W1");

        Supervisor.stop(system);

        assertThat(Running.processes()).as("what still runs").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        system = CounterSupervisor.startLink().pid();
        assertThat(whereis(WorkerSupervisor.NAME))
                .as("the process that is called %s", WorkerSupervisor.NAME)
                .isPresent();
    }

    private List<Name<?>> children() {
        return Supervisor.whichChildren(system).reversed().stream()
                .flatMap(child -> child.pid().stream())
                .flatMap(pid -> info(pid).stream())
                .<Name<?>>flatMap(info -> info.name().stream())
                .toList();
    }

    private static Pid<?> process(Name<?> name) {
        return whereis(name).orElseThrow(() -> new AssertionError("no process is called " + name));
    }
}
