package otp;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A {@link DynamicSupervisor} whose children are tasks: they end when it does, and are never
 * restarted. {@code Task.Supervisor} in Elixir.
 *
 * <p>The methods block only until the supervisor has started the process, and throw {@link Exit} if
 * there is no such supervisor, or if it has as many children as it may.
 */
public final class TaskSupervisor {

    private TaskSupervisor() {}

    /**
     * What the process of a task without a result runs.
     *
     * @param work what there is to do
     */
    private record Work(ThrowingRunnable work) implements ThrowingRunnable, Body.Labelled {

        Work {
            Objects.requireNonNull(work, TaskBody.NO_WORK);
        }

        @Override
        public String label() {
            return TaskBody.LABEL;
        }

        @Override
        public void runOrThrow() throws Exception {
            work.runOrThrow();
        }
    }

    /** Starts a supervisor without tasks, linked to the caller. */
    public static Start<DynamicSupervisor.Message> startLink() {
        return DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne());
    }

    /** Starts a supervisor as {@link #startLink()} does, under a name. */
    public static Start<DynamicSupervisor.Message> startLink(
            ProcessName<DynamicSupervisor.Message> name) {
        return DynamicSupervisor.startLink(name, DynamicSupervisorFlags.oneForOne());
    }

    /**
     * Starts a task, linked to the calling process, its owner, as well as to the supervisor: it
     * ends when either of them crashes.
     */
    public static <R> Task<R> async(
            ServerRef<DynamicSupervisor.Message> supervisor, Callable<? extends R> work) {
        Pid<Object> task = start(supervisor, TaskBody.of(work)).pid();
        Processes.link(task);
        return Task.begin(task);
    }

    /**
     * Starts a task that is linked to the supervisor only: if it crashes, its owner, the calling
     * process, lives on, and {@link Task#await} tells it.
     */
    public static <R> Task<R> asyncNolink(
            ServerRef<DynamicSupervisor.Message> supervisor, Callable<? extends R> work) {
        return Task.begin(start(supervisor, TaskBody.of(work)).pid());
    }

    /**
     * Applies a function to many elements as {@link Task#asyncStream} does, but in tasks that are
     * linked to the supervisor only: if one crashes, that is its outcome.
     */
    public static <T, R> Stream<Task.Outcome<R>> asyncStreamNolink(
            ServerRef<DynamicSupervisor.Message> supervisor,
            Iterable<? extends T> elements,
            ThrowingFunction<? super T, ? extends R> function,
            TaskStreamOptions options) {
        Objects.requireNonNull(function, TaskBody.NO_WORK);
        return TaskStream.of(
                elements,
                element -> asyncNolink(supervisor, () -> function.applyOrThrow(element)),
                options);
    }

    /**
     * Starts a process whose work has no result. It is linked to the supervisor only.
     *
     * @return {@link Start.Failed} with {@link DynamicSupervisor#MAX_CHILDREN} if there are enough
     */
    public static Start<Object> startChild(
            ServerRef<DynamicSupervisor.Message> supervisor, ThrowingRunnable work) {
        return start(supervisor, new Work(work));
    }

    /** Returns the processes of the tasks that run. */
    public static List<Pid<?>> children(ServerRef<DynamicSupervisor.Message> supervisor) {
        return DynamicSupervisor.whichChildren(supervisor).stream()
                .flatMap(child -> child.pid().stream())
                .<Pid<?>>map(pid -> pid)
                .toList();
    }

    private static Start<Object> start(
            ServerRef<DynamicSupervisor.Message> supervisor, ThrowingRunnable body) {
        ChildSpec<Object> task =
                ChildSpec.worker("task", () -> new Start.Ok<>(Processes.<Object>spawnLink(body)));
        return DynamicSupervisor.startChild(supervisor, task.withRestart(Restart.TEMPORARY));
    }
}
