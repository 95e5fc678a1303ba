package todo.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import otp.ChildSpec.Type;
import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.Tuple;

import todo.Running;
import todo.registry.ProcessRegistry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds its way through the supervision tree. */
final class Tree {

    static final Name<?> REGISTRY = new Name<>("todo_process_registry");
    static final Name<?> SERVERS = new Name<>("todo_server_supervisor");
    static final Name<?> CACHE = new Name<>("todo_cache");

    private Tree() {}

    static Pid<?> process(Name<?> name) {
        return Running.process(name);
    }

    static Pid<?> worker(int number) {
        return ProcessRegistry.whereisName(Tuple.of("database_worker", number))
                .orElseThrow(() -> new AssertionError("there is no worker " + number));
    }

    /** Returns the children of a supervisor, the one that was started first first. */
    static List<Pid<?>> children(Pid<Supervisor.Message> supervisor) {
        return Supervisor.whichChildren(supervisor).reversed().stream()
                .<Pid<?>>map(child -> child.pid().orElseThrow(() -> noProcess(child)))
                .toList();
    }

    /** Returns the child that is a supervisor without a name. */
    @SuppressWarnings("unchecked")
    static Pid<Supervisor.Message> supervisorBelow(Pid<Supervisor.Message> supervisor) {
        return (Pid<Supervisor.Message>)
                Supervisor.whichChildren(supervisor).stream()
                        .filter(child -> child.type() == Type.SUPERVISOR)
                        .map(ChildInfo::pid)
                        .filter(child -> !child.equals(whereis(SERVERS)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError(
                                        "no child without a name is declared a supervisor"));
    }

    /** Has a supervisor suffer deaths until it gives up; returns how many it took. */
    static int deathsUntilTheEndOf(Pid<Supervisor.Message> supervisor, Runnable death) {
        List<Long> deaths = new ArrayList<>();
        while (Running.goesOn(supervisor)) {
            assertThat(areTooMany(deaths))
                    .as("the supervisor goes on after six deaths in five seconds")
                    .isFalse();
            deaths.add(System.nanoTime());
            death.run();
        }
        return deaths.size();
    }

    /** Tells whether the last six were in five seconds: on a busy machine it may take more. */
    private static boolean areTooMany(List<Long> deaths) {
        return deaths.size() >= 6
                && System.nanoTime() - deaths.get(deaths.size() - 6) < SECONDS.toNanos(5);
    }

    private static AssertionError noProcess(ChildInfo child) {
        return new AssertionError("the child " + child.id() + " has no process");
    }
}
