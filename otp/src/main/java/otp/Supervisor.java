package otp;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process that starts other processes, its children, and restarts those that crash.
 *
 * <p>Children are started in order and ended in reverse, each before the next. A child that ends is
 * started again if its {@link Restart} says so, alone or with others as the {@link Strategy} says.
 * Too many restarts in too short a time, and the supervisor ends its children and itself, with
 * {@link ExitReason#SHUTDOWN}: its own supervisor may know better.
 *
 * <p>For children that are started while the system runs, and are all of one kind, there is {@link
 * DynamicSupervisor}.
 *
 * <p>Every method waits for as long as the supervisor takes, which may be busy with starting or
 * ending a child; they throw {@link Exit} if there is no such supervisor.
 */
public final class Supervisor {

    private Supervisor() {}

    /** What a supervisor understands: nothing but what the methods of this class send it. */
    public sealed interface Message
            permits SupervisorServer.StartChild,
                    SupervisorServer.RestartChild,
                    SupervisorServer.TerminateChild,
                    SupervisorServer.DeleteChild,
                    SupervisorServer.WhichChildren,
                    SupervisorServer.CountChildren,
                    SupervisorServer.GetChildSpec,
                    SupervisorServer.GetFlags,
                    SupervisorServer.TryAgain,
                    Inspect {}

    /**
     * What a supervisor tells of a child.
     *
     * @param id the child's id
     * @param pid the child's process, if it runs
     * @param status whether it runs
     * @param type whether it is a supervisor itself
     */
    public record ChildInfo(Object id, Optional<Pid<?>> pid, Status status, ChildSpec.Type type) {

        /** Whether a child runs. */
        public enum Status {
            /** It has been started, and its end is not known yet. */
            RUNNING,

            /** It is to run, but its last start failed; the supervisor will try again. */
            RESTARTING,

            /** It has ended in good order, was terminated, or chose not to run. */
            STOPPED
        }
    }

    /**
     * How many children a supervisor has.
     *
     * @param specs all of them, running or not
     * @param active those whose process is alive
     * @param supervisors those that are supervisors, running or not
     * @param workers those that are not, running or not
     */
    public record ChildCount(int specs, int active, int supervisors, int workers) {}

    /** What came of an order to a supervisor about one of its children. */
    public enum ChildChange {
        /** It has been done. */
        OK,

        /** The supervisor has no such child. */
        NOT_FOUND,

        /** It was not done, because the child runs. */
        RUNNING,

        /** It was not done, because the child is being restarted. */
        RESTARTING
    }

    /**
     * The detail of the {@link ExitReason.Shutdown} with which a supervisor ends when it cannot
     * start its children.
     *
     * @param id the child that did not start; those before it have been shut down again
     * @param reason why it did not start
     */
    public record FailedToStartChild(Object id, ExitReason reason) {}

    /**
     * Starts a supervisor, linked to the caller, and its children in order.
     *
     * @return {@link Start.Failed} with a {@link ExitReason.Shutdown} of {@link FailedToStartChild}
     *     if a child does not start; those before it have been ended again
     */
    public static Start<Message> startLink(SupervisorFlags flags, ChildSpec<?>... children) {
        return startLink(flags, Arrays.asList(children));
    }

    /** Starts a supervisor as {@link #startLink(SupervisorFlags, ChildSpec...)} does. */
    public static Start<Message> startLink(
            SupervisorFlags flags, List<? extends ChildSpec<?>> children) {
        return GenServer.startLink(server(flags, children));
    }

    /** Starts a supervisor as {@link #startLink(SupervisorFlags, ChildSpec...)}, under a name. */
    public static Start<Message> startLink(
            ProcessName<Message> name, SupervisorFlags flags, ChildSpec<?>... children) {
        return startLink(name, flags, Arrays.asList(children));
    }

    /** Starts a supervisor as {@link #startLink(SupervisorFlags, ChildSpec...)}, under a name. */
    public static Start<Message> startLink(
            ProcessName<Message> name,
            SupervisorFlags flags,
            List<? extends ChildSpec<?>> children) {
        return GenServer.startLink(server(flags, children), name);
    }

    private static Supplier<SupervisorServer> server(
            SupervisorFlags flags, List<? extends ChildSpec<?>> children) {
        Objects.requireNonNull(flags, SupervisorFlags.NONE);
        List<ChildSpec<?>> specs = List.copyOf(children);
        return () -> new SupervisorServer(flags, specs);
    }

    /**
     * Starts one more child, which comes last in the order.
     *
     * @return {@link Start.AlreadyStarted} if a child of that id runs, {@link Start.Failed} with
     *     {@code already_present} if there is one that does not run; a child that does not start is
     *     not added
     */
    @SuppressWarnings("unchecked")
    public static <M> Start<M> startChild(ServerRef<Message> supervisor, ChildSpec<M> child) {
        return (Start<M>)
                GenServer.call(
                        supervisor, new SupervisorServer.StartChild<>(child), Deadline.FOREVER);
    }

    /**
     * Starts a child that has been stopped.
     *
     * @return {@link Start.Failed} with {@code not_found}, {@code running} or {@code restarting} if
     *     there is nothing to be started
     */
    public static Start<?> restartChild(ServerRef<Message> supervisor, Object id) {
        return GenServer.call(supervisor, new SupervisorServer.RestartChild(id), Deadline.FOREVER);
    }

    /** Ends a child, but keeps its specification, unless the child is temporary. */
    public static ChildChange terminateChild(ServerRef<Message> supervisor, Object id) {
        return GenServer.call(
                supervisor, new SupervisorServer.TerminateChild(id), Deadline.FOREVER);
    }

    /** Forgets a child that does not run. */
    public static ChildChange deleteChild(ServerRef<Message> supervisor, Object id) {
        return GenServer.call(supervisor, new SupervisorServer.DeleteChild(id), Deadline.FOREVER);
    }

    /** Returns what there is to tell of each child; the one that was started last comes first. */
    public static List<ChildInfo> whichChildren(ServerRef<Message> supervisor) {
        return GenServer.call(supervisor, new SupervisorServer.WhichChildren(), Deadline.FOREVER);
    }

    /** Counts the children. */
    public static ChildCount countChildren(ServerRef<Message> supervisor) {
        return GenServer.call(supervisor, new SupervisorServer.CountChildren(), Deadline.FOREVER);
    }

    /**
     * Returns how a child was specified, whether it runs or not; nothing if no child has the id.
     * The start of a temporary child that was added later is not kept, as in Erlang: the one that
     * is told fails.
     */
    public static Optional<ChildSpec<?>> getChildSpec(ServerRef<Message> supervisor, Object id) {
        return GenServer.call(supervisor, new SupervisorServer.GetChildSpec(id), Deadline.FOREVER);
    }

    /** Returns the flags that a supervisor was started with: in Erlang, {@code sys:get_state/1}. */
    public static SupervisorFlags getFlags(ServerRef<Message> supervisor) {
        return GenServer.call(supervisor, new SupervisorServer.GetFlags(), Deadline.FOREVER);
    }

    /** Ends a supervisor and its children, and waits until they have ended. */
    public static void stop(ServerRef<Message> supervisor) {
        GenServer.stop(supervisor);
    }
}
