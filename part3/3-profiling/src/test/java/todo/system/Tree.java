package todo.system;

import static otp.Processes.whereis;

import otp.ChildInfo;
import otp.ChildSpec.Type;
import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.Tuple;

import todo.registry.ProcessRegistry;

import java.util.List;
import java.util.Optional;

/** Finds its way through the supervision tree. */
final class Tree {

    static final Name<?> REGISTRY = new Name<>("todo_process_registry");
    static final Name<?> SERVERS = new Name<>("todo_server_supervisor");
    static final Name<?> CACHE = new Name<>("todo_cache");

    private Tree() {}

    static Pid<?> process(Name<?> name) {
        return whereis(name).orElseThrow();
    }

    static Pid<?> worker(int number) {
        return ProcessRegistry.whereisName(Tuple.of("database_worker", number)).orElseThrow();
    }

    /** Returns the children of a supervisor, the one that was started first first. */
    static List<Pid<?>> children(Pid<Supervisor.Message> supervisor) {
        return Supervisor.whichChildren(supervisor).reversed().stream()
                .<Pid<?>>map(child -> child.pid().orElseThrow())
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
                        .orElseThrow();
    }
}
