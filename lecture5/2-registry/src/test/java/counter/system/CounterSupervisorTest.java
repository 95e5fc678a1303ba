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

import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import java.util.List;
import java.util.Map;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CounterSupervisorTest {

    private static final Specification REGISTRY =
            Specification.of(Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE));

    @Test
    @Tag("task-3")
    @DisplayName("The registry starts first, then the workers that need it")
    void children_start_in_the_order_of_need() {
        Pid<Supervisor.Message> system = startSystem();

        List<Specification> children = Specification.ofChildren(system);
        assertThat(children).as("the children of the system").hasSize(3);
        assertThat(children.getFirst().withAnyId())
                .as("the child that is started first")
                .isEqualTo(REGISTRY.withAnyId());
        assertThat(children.subList(1, 3))
                .as("the children that are started after the registry")
                .containsExactlyInAnyOrder(Specification.worker("W1"), Specification.worker("W2"));
        assertThat(processes(system))
                .as("the process of each child")
                .containsEntry("W1", worker("W1"))
                .containsEntry("W2", worker("W2"))
                .containsValue(registry());
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
    @DisplayName("The registry of the system has unique keys: no other process can be W1")
    void the_registry_has_unique_keys() {
        startSystem();

        assertThat(Worker.startLink("W1"))
                .as("what comes of starting W1 again")
                .isEqualTo(new Start.AlreadyStarted<>(worker("W1")));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A restarted worker keeps its name, is another process, and begins at 0")
    void a_restarted_worker_keeps_its_name() {
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

    private static Pid<?> registry() {
        return whereis(new Name<>("counter_registry"))
                .orElseThrow(() -> new AssertionError("no process is called :counter_registry"));
    }

    private static Pid<?> worker(String name) {
        return Worker.REGISTRY
                .whereis(new Registry.ModuleKey(Worker.class, name))
                .orElseThrow(() -> new AssertionError("there is no worker " + name));
    }
}
