package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;
import otp.Start;
import otp.Strategy;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.Specification;
import todo.registry.ProcessRegistry;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoolSupervisorTest {

    private Pid<Supervisor.Message> pool;

    @Test
    @Tag("task-2")
    @DisplayName("Each worker has its number in its id, and comes back however it ends")
    void each_worker_is_a_permanent_child() {
        startPool(10);

        assertThat(Specification.ofChildren(pool))
                .as("how the children of the pool are specified")
                .containsExactlyInAnyOrderElementsOf(specifications(10));
        assertThat(Supervisor.whichChildren(pool))
                .as("the children of the pool, each of which has the name that its id says")
                .allMatch(child -> ProcessRegistry.whereisName(child.id()).equals(child.pid()));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The pool is one for one, with five restarts in five seconds")
    void the_pool_counts_restarts_for_five_seconds() {
        startPool(10);

        SupervisorFlags flags = Supervisor.getFlags(pool);

        assertThat(flags.strategy())
                .as("the strategy of the supervisor")
                .isEqualTo(Strategy.ONE_FOR_ONE);
        assertThat(flags.maxRestarts()).as("restarts that the supervisor allows").isEqualTo(5);
        assertThat(flags.maxSeconds()).as("the seconds in which restarts count").isEqualTo(5);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A pool has as many workers as it is told to have")
    void a_pool_has_the_size_that_it_is_given() {
        startRegistry();
        for (int size : List.of(1, 3, 12)) {
            pool = PoolSupervisor.startLink(size, new Shelf()).pid();

            assertThat(Specification.ofChildren(pool))
                    .as("the children of a pool of %d", size)
                    .containsExactlyInAnyOrderElementsOf(specifications(size));
            Supervisor.stop(pool);
        }
    }

    @Test
    @Tag("task-2")
    @DisplayName("A pool does not start if one of its workers does not")
    void a_pool_needs_all_its_workers() {
        startRegistry();
        ProcessRegistry.registerName(Tuple.of("database_worker", 1), self());

        assertThat(PoolSupervisor.startLink(3, new Shelf()))
                .as("the start of a pool, when the name of worker 1 is taken")
                .isInstanceOf(Start.Failed.class);

        assertThat(ProcessRegistry.whereisName(Tuple.of("database_worker", 0)))
                .as("worker 0, as the registry knows it, when the pool has not started")
                .isEmpty();
    }

    private void startPool(int size) {
        startRegistry();
        pool = PoolSupervisor.startLink(size, new Shelf()).pid();
    }

    private static void startRegistry() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
    }

    private static List<Specification> specifications(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> Specification.worker(Tuple.of("database_worker", number)))
                .toList();
    }
}
