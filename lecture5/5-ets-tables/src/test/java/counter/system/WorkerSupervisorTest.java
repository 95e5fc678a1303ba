package counter.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;
import counter.worker.Worker;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Pid;
import otp.Registry;
import otp.Start;
import otp.Supervisor.ChildCount;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerSupervisorTest {

    private static final Start<Worker.Message> TOO_MANY =
            new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN);

    @Test
    @DisplayName("The supervisor has a name, and begins without workers")
    void it_begins_without_workers() {
        Pid<DynamicSupervisor.Message> supervisor = startSupervisor();

        assertThat(DynamicSupervisor.countChildren(supervisor))
                .as("the children of the supervisor")
                .isEqualTo(new ChildCount(0, 0, 0, 0));
    }

    @Test
    @DisplayName("A hundred children are started, and the next one is refused")
    void a_hundred_children_are_the_most() {
        startSupervisor();

        IntStream.range(0, 100).forEach(number -> child(number).pid());

        assertThat(child(100)).as("what came of starting the 101st child").isEqualTo(TOO_MANY);
        assertThat(count()).as("workers that run").isEqualTo(100);
    }

    @Test
    @DisplayName("A worker that is started on demand is found by its name, and counts")
    void a_worker_starts_on_demand() {
        startSupervisor();

        Pid<Worker.Message> worker = WorkerSupervisor.startWorker("W1").pid();
        Worker.inc("W1", 3);

        assertThat(worker("W1")).as("the worker that is found as W1").isEqualTo(worker);
        assertThat(Worker.value("W1")).as("the value of W1").isEqualTo(3);
        assertThat(count()).as("children of the supervisor").isEqualTo(1);
    }

    @Test
    @DisplayName("Workers may have the same id, for a dynamic supervisor does not look at it")
    void ids_do_not_matter() {
        startSupervisor();
        assertThat(Worker.childSpec("W1").id())
                .as("the id that every worker has at first")
                .isEqualTo(Worker.childSpec("W2").id());

        WorkerSupervisor.startWorker("W1").pid();
        WorkerSupervisor.startWorker("W2").pid();

        assertThat(count()).as("workers that run").isEqualTo(2);
        assertThat(DynamicSupervisor.whichChildren(WorkerSupervisor.NAME))
                .as("the ids of the workers")
                .extracting(child -> child.id())
                .containsOnly("undefined");
    }

    @Test
    @DisplayName("Under a name that is taken nothing is started, and the holder is named")
    void an_already_started_worker_is_named() {
        startSupervisor();
        Pid<Worker.Message> worker = WorkerSupervisor.startWorker("W1").pid();

        assertThat(WorkerSupervisor.startWorker("W1"))
                .as("what came of starting W1 again")
                .isEqualTo(new Start.AlreadyStarted<>(worker));

        assertThat(count()).as("workers that run").isEqualTo(1);
    }

    @Test
    @DisplayName("One worker dies, one is restarted: under its name, at 0, and alone")
    void one_worker_dies_and_one_restarts() {
        startSupervisor();
        List.of("W1", "W2", "W3").forEach(name -> WorkerSupervisor.startWorker(name).pid());
        Worker.inc("W2", 3);
        Worker.inc("W3", 4);
        Pid<?> killed = worker("W2");
        List<Pid<?>> others = new ArrayList<>(Running.processes());
        others.remove(killed);

        Running.kill(killed);

        assertThat(count()).as("workers that run").isEqualTo(3);
        assertThat(Running.processes())
                .as("all processes: one new one, and the others as before")
                .hasSize(others.size() + 1)
                .containsAll(others);
        assertThat(worker("W2")).as("the worker that is found as W2").isNotEqualTo(killed);
        assertThat(Worker.value("W2")).as("the value of W2").isZero();
        assertThat(Worker.value("W3")).as("the value of W3").isEqualTo(4);
    }

    @Test
    @DisplayName("A worker that is ended for good makes room for another")
    void a_terminated_worker_makes_room() {
        startSupervisor();
        IntStream.range(0, 100).forEach(number -> WorkerSupervisor.startWorker(number).pid());
        assertThat(WorkerSupervisor.startWorker(100))
                .as("what came of starting the 101st worker")
                .isEqualTo(TOO_MANY);

        DynamicSupervisor.terminateChild(WorkerSupervisor.NAME, worker(7));

        assertThat(Worker.isRunning(7)).as("worker 7 runs").isFalse();
        assertThat(WorkerSupervisor.startWorker(100))
                .as("what came of starting a worker when another has ended")
                .isInstanceOf(Start.Ok.class);
    }

    private static Pid<DynamicSupervisor.Message> startSupervisor() {
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        Pid<DynamicSupervisor.Message> supervisor = WorkerSupervisor.startLink().pid();
        assertThat(whereis(WorkerSupervisor.NAME))
                .as("the process that is called %s", WorkerSupervisor.NAME)
                .contains(supervisor);
        return supervisor;
    }

    private static Start<Worker.Message> child(Object name) {
        return DynamicSupervisor.startChild(WorkerSupervisor.NAME, Worker.childSpec(name));
    }

    private static int count() {
        return DynamicSupervisor.countChildren(WorkerSupervisor.NAME).active();
    }

    private static Pid<?> worker(Object name) {
        return Worker.REGISTRY
                .whereis(new Registry.ModuleKey(Worker.class, name))
                .orElseThrow(() -> new AssertionError("there is no worker " + name));
    }
}
