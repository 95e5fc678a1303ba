package demo;

import otp.Down;
import otp.ExitReason;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.Tuple;

import todo.cache.TodoCache;
import todo.registry.ProcessRegistry;

import java.util.function.Consumer;
import java.util.function.Function;

/** What may befall the system, from the leaves of the tree to its root. */
enum Mishap {
    SERVER("A to-do server is killed", _ -> TodoCache.serverProcess("Alice's list"), Mishap::kill),

    WORKER(
            "A database worker is killed",
            _ -> ProcessRegistry.whereisName(Tuple.of("database_worker", 3)).orElseThrow(),
            Mishap::kill),

    CACHE("The cache is killed", _ -> named("todo_cache"), Mishap::kill),

    SERVERS(
            "The supervisor of the to-do servers fails",
            _ -> named("todo_server_supervisor"),
            Mishap::fail),

    WORKERS(
            "The supervisor of the database workers fails",
            top -> child(child(top, "system"), "database"),
            Mishap::fail),

    SYSTEM(
            "The supervisor of all but the registry fails",
            top -> child(top, "system"),
            Mishap::fail),

    REGISTRY("The registry is killed", _ -> named("todo_process_registry"), Mishap::kill);

    private final String sentence;
    private final Function<Pid<?>, Pid<?>> victim;
    private final Consumer<Pid<?>> end;

    Mishap(String sentence, Function<Pid<?>, Pid<?>> victim, Consumer<Pid<?>> end) {
        this.sentence = sentence;
        this.victim = victim;
        this.end = end;
    }

    /**
     * Has it happen. When this returns the process has ended.
     *
     * @param top the supervisor of the whole system
     */
    void befall(Pid<Supervisor.Message> top) {
        end.accept(victim.apply(top));
    }

    @Override
    public String toString() {
        return sentence;
    }

    private static void kill(Pid<?> process) {
        Processes.monitor(process);
        Processes.exit(process, ExitReason.KILL);
        Processes.receive(Down.class);
    }

    /** A supervisor that fails ends its children first; one that is killed cannot. */
    private static void fail(Pid<?> supervisor) {
        GenServer.stop(supervisor, ExitReason.of("ill"));
    }

    private static Pid<?> named(String name) {
        return Processes.whereis(new Name<>(name)).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Pid<?> child(Pid<?> supervisor, String id) {
        return Supervisor.whichChildren((Pid<Supervisor.Message>) supervisor).stream()
                .filter(child -> child.id().equals(id))
                .findFirst()
                .flatMap(ChildInfo::pid)
                .orElseThrow();
    }
}
