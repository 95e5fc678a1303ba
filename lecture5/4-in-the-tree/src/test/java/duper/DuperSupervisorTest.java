package duper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

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

import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DuperSupervisorTest {

    private static final Name<?> REGISTRY = new Name<>("duper_registry");

    private Pid<Supervisor.Message> system;

    @Test
    @Tag("task-3")
    @DisplayName("The registry is started first, then the supervisor of the workers, without any")
    void a_dynamic_supervisor_stands_in_the_tree() {
        startSystem();

        assertThat(children())
                .as("the children, in the order in which they were started")
                .containsExactly(REGISTRY, DuperSupervisor.WORKERS);
        List<Specification> children = Specification.ofChildren(system);
        assertThat(children.getFirst().withAnyId())
                .as("how the registry is specified")
                .isEqualTo(
                        Specification.of(DuperWorker.REGISTRY.childSpec(Registry.Keys.DUPLICATE))
                                .withAnyId());
        assertThat(children.getLast())
                .as("how the supervisor of the workers is specified")
                .isEqualTo(Specification.supervisor("duper_worker_supervisor"));
        assertThat(DuperWorker.count()).as("processes with the key of the workers").isZero();
    }

    @Test
    @Tag("task-3")
    @DisplayName("Any number of processes can have the key of the workers")
    void the_workers_share_a_key() {
        startSystem();

        DuperWorker.startLink().pid();
        DuperWorker.startLink().pid();

        assertThat(DuperWorker.count()).as("processes with the key of the workers").isEqualTo(2);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The system gives up as a supervisor does that is told nothing of it")
    void the_limits_are_the_default() {
        startSystem();
        SupervisorFlags flags = Supervisor.getFlags(system);

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.maxSeconds()).as("the seconds in which they count").isEqualTo(5);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The dynamic supervisor has no limits but those of every dynamic supervisor")
    void the_dynamic_supervisor_has_the_default_limits() {
        startSystem();
        DynamicSupervisorFlags flags = DynamicSupervisor.getFlags(DuperSupervisor.WORKERS);

        assertThat(flags.maxChildren())
                .as("children that are allowed")
                .isEqualTo(DynamicSupervisorFlags.oneForOne().maxChildren());
        assertThat(flags.restarts().maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.restarts().maxSeconds()).as("the seconds that they count").isEqualTo(5);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A killed registry takes the supervisor of the workers along, and both come back")
    void the_workers_end_with_the_registry() {
        startSystem();
        Pid<?> supervisor = process(DuperSupervisor.WORKERS);

        Running.kill(process(REGISTRY));
        Supervisor.countChildren(system);

        assertThat(process(DuperSupervisor.WORKERS))
                .as("the supervisor of the workers, after the end of the registry")
                .isNotEqualTo(supervisor);
    }

    @Test
    @Tag("task-3")
    @DisplayName("A supervisor of the workers that ends comes back, and leaves the registry")
    void the_registry_outlives_the_workers() {
        startSystem();
        Pid<?> registry = process(REGISTRY);

        DynamicSupervisor.stop(DuperSupervisor.WORKERS);
        Supervisor.countChildren(system);

        assertThat(process(DuperSupervisor.WORKERS)).as("the next supervisor").isNotNull();
        assertThat(process(REGISTRY)).as("the registry, which has not ended").isEqualTo(registry);
    }

    @Test
    @Tag("task-4")
    @DisplayName("There may be any number of workers of one kind")
    void there_may_be_many_workers_of_one_kind() {
        startSystem();

        IntStream.range(0, 500).forEach(_ -> DuperSupervisor.addWorker());

        assertThat(DuperWorker.count()).as("processes with the key of the workers").isEqualTo(500);
        assertThat(workers()).as("children of the supervisor").isEqualTo(500);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Each time one process is started, and no more")
    void one_more_is_one_process() {
        startSystem();

        assertThat(Running.started(DuperSupervisor::addWorker))
                .as("processes that were started for one more worker")
                .isEqualTo(1);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A worker is always restarted, has 5 seconds to shut down, and is no supervisor")
    void a_worker_is_specified_as_it_says_itself() {
        startSystem();

        DuperSupervisor.addWorker();

        Pid<?> worker = processes().getFirst();
        assertThat(Specification.ofChild(DuperSupervisor.WORKERS, worker).withAnyId())
                .isEqualTo(Specification.worker("worker").withAnyId());
    }

    @Test
    @Tag("task-4")
    @DisplayName("Whatever keeps a worker from starting is told as it is")
    void the_reason_is_told_as_it_is() {
        trapExits(true);
        ExitReason reason = ExitReason.of("the disk is full");
        RefusingSupervisor.startLink(DuperSupervisor.WORKERS, reason);

        assertThatExceptionOfType(Exit.class)
                .as("a worker is added, and the supervisor says: %s", reason)
                .isThrownBy(DuperSupervisor::addWorker)
                .extracting(Exit::reason)
                .isEqualTo(reason);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Without the supervisor there is no new worker, and its client learns of it")
    void a_missing_supervisor_is_no_secret() {
        trapExits(true);

        assertThatExceptionOfType(Exit.class)
                .as("a worker is added when there is no supervisor")
                .isThrownBy(DuperSupervisor::addWorker)
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-4")
    @DisplayName("Whichever worker hashes a text, the hash is the same")
    void the_workers_hash_texts() {
        startSystem();

        DuperSupervisor.addWorker();
        DuperSupervisor.addWorker();

        assertThat(List.of("a", "b", "a"))
                .extracting(DuperWorker::hash)
                .containsExactly(97, 98, 97);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A killed worker is replaced by another process of its kind")
    void a_killed_worker_is_replaced() {
        startSystem();
        IntStream.range(0, 3).forEach(_ -> DuperSupervisor.addWorker());
        Pid<?> killed = processes().getFirst();

        Running.kill(killed);

        assertThat(workers()).as("children of the supervisor").isEqualTo(3);
        assertThat(processes())
                .as("processes with the key of the workers")
                .hasSize(3)
                .doesNotContain(killed);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that cannot have one more worker is told so")
    void a_worker_that_does_not_start_is_no_secret() {
        startSystem();
        endRegistry();

        assertThatExceptionOfType(Exit.class)
                .as("a worker is added when there is no registry")
                .isThrownBy(DuperSupervisor::addWorker)
                .withMessageContaining("there is no registry :duper_registry");
    }

    private void endRegistry() {
        Supervisor.whichChildren(system).stream()
                .filter(child -> child.pid().equals(whereis(REGISTRY)))
                .map(ChildInfo::id)
                .forEach(id -> Supervisor.terminateChild(system, id));
        assertThat(whereis(REGISTRY)).as("the registry, which was ended").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        system = DuperSupervisor.startLink().pid();
        assertThat(whereis(DuperSupervisor.WORKERS))
                .as("the process that is called %s", DuperSupervisor.WORKERS)
                .isPresent();
    }

    private static int workers() {
        return DynamicSupervisor.countChildren(DuperSupervisor.WORKERS).active();
    }

    private static List<Pid<?>> processes() {
        return DuperWorker.REGISTRY.lookup(DuperWorker.KEY).stream()
                .<Pid<?>>map(Registry.Entry::process)
                .toList();
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
