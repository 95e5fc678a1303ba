package counter.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;
import counter.Specification;
import counter.store.Keeper;
import counter.store.Store;
import counter.store.Values;
import counter.worker.Worker;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Ets;
import otp.EtsName;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.List;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CounterSupervisorTest {

    private static final Name<?> KEEPER = new Name<>("counter_keeper");
    private static final Name<?> STORE = new Name<>("counter_store");
    private static final Name<?> REGISTRY = new Name<>("counter_registry");

    private Pid<Supervisor.Message> system;

    @Test
    @Tag("task-4")
    @DisplayName("The keeper starts first, then the registry and the workers, the store at last")
    void children_start_in_the_order_of_need() {
        startSystem();

        assertThat(children())
                .as("the children, in the order in which they were started")
                .containsExactly(KEEPER, REGISTRY, WorkerSupervisor.NAME, STORE);
        assertThat(Specification.ofChildren(system).stream().map(Specification::withAnyId))
                .as("how the children are specified")
                .containsExactly(
                        Specification.of(Keeper.childSpec()).withAnyId(),
                        Specification.of(Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE))
                                .withAnyId(),
                        Specification.supervisor("any").withAnyId(),
                        Specification.of(Store.childSpec()).withAnyId());
        assertThat(Specification.ofChildren(system).get(2).id())
                .as("the id of the workers' supervisor")
                .isEqualTo("counter_worker_supervisor");
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
    @DisplayName("A killed worker comes back under its name, with its value; the others stay")
    void a_killed_worker_comes_back_with_its_value() {
        startSystem();
        Worker.inc("W1", 3);
        Worker.inc("W2", 4);
        Pid<?> killed = worker("W1");
        Pid<?> other = worker("W2");

        killWorker("W1");

        assertThat(worker("W1")).as("the worker that is found as W1").isNotEqualTo(killed);
        assertThat(worker("W2")).as("the worker that is found as W2").isEqualTo(other);
        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(3);
        assertThat(Worker.value("W2")).as("the value of W2").isEqualTo(4);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Nothing that was answered is lost, however often the worker is killed")
    void nothing_that_was_answered_is_lost() {
        startSystem();

        for (int kills = 1; kills <= 3; kills++) {
            Worker.inc("W1");
            killWorker("W1");
            assertThat(Worker.value("W1")).as("the value after %d kills", kills).isEqualTo(kills);
        }
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed store costs no value, and no other process its life")
    void a_killed_store_costs_nothing() {
        startSystem();
        Worker.inc("W1", 3);
        Pid<?> store = process(STORE);
        Pid<?> registry = process(REGISTRY);
        Pid<?> worker = worker("W1");

        Running.kill(store);
        Supervisor.countChildren(system);

        assertThat(process(STORE)).as("the store after its end").isNotEqualTo(store);
        assertThat(process(REGISTRY)).as("the registry, which has not ended").isEqualTo(registry);
        assertThat(worker("W1")).as("the worker W1, which has not ended").isEqualTo(worker);
        assertThat(Worker.inc("W1")).as("the value of W1: 3, and 1 added").isEqualTo(4);
        assertThat(Values.get("W1")).as("the value that is kept of W1").contains(4);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed registry costs all workers their lives, but no counter its value")
    void the_values_outlive_the_registry() {
        startSystem();
        Worker.inc("W1", 3);
        Pid<?> keeper = process(KEEPER);
        Pid<?> supervisor = process(WorkerSupervisor.NAME);

        Running.kill(process(REGISTRY));
        Supervisor.countChildren(system);

        assertThat(process(KEEPER)).as("the keeper, which has not ended").isEqualTo(keeper);
        assertThat(process(WorkerSupervisor.NAME))
                .as("the supervisor of the workers, after the end of the registry")
                .isNotEqualTo(supervisor);
        WorkerSupervisor.ensureWorker("W1");
        assertThat(Worker.inc("W1")).as("the value of W1: 3, and 1 added").isEqualTo(4);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed keeper takes all values along, and every process that remembers one")
    void no_process_remembers_what_the_keeper_has_lost() {
        startSystem();
        Worker.inc("W1", 3);
        Pid<?> store = process(STORE);
        Pid<?> registry = process(REGISTRY);

        Running.kill(process(KEEPER));
        Supervisor.countChildren(system);

        assertThat(process(STORE)).as("the store, after the keeper's end").isNotEqualTo(store);
        assertThat(process(REGISTRY))
                .as("the registry, after the end of the keeper")
                .isNotEqualTo(registry);
        WorkerSupervisor.ensureWorker("W1");
        assertThat(Worker.inc("W1")).as("the value of W1: 0, and 1 added").isEqualTo(1);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A system that is stopped leaves nothing behind, no process and no table")
    void a_stopped_system_leaves_nothing_behind() {
        startSystem();

        Supervisor.stop(system);

        assertThat(Running.processes()).as("what still runs").isEmpty();
        assertThat(Ets.whereis(new EtsName<>("counter_values"))).as("the table").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        system = CounterSupervisor.startLink().pid();
        List.of(KEEPER, REGISTRY, WorkerSupervisor.NAME, STORE).forEach(name -> process(name));
        WorkerSupervisor.ensureWorker("W1");
        WorkerSupervisor.ensureWorker("W2");
    }

    /** Kills a worker, and waits until its supervisor has done what there is to do. */
    private static void killWorker(String name) {
        Running.kill(worker(name));
        DynamicSupervisor.countChildren(WorkerSupervisor.NAME);
    }

    private static Pid<?> worker(String name) {
        return Worker.REGISTRY
                .whereis(new Registry.ModuleKey(Worker.class, name))
                .orElseThrow(() -> new AssertionError("there is no worker " + name));
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
