package otp;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A supervisor of children that are started while the system runs, as many as are wanted.
 *
 * <p>It starts without children. They have no order and no id: whatever their specifications say,
 * it is ignored, and two children may have the same. A child that has ended for good is forgotten.
 * Children are restarted one by one, and all are ended at the same time.
 *
 * <p>Children of one kind that differ in an argument need nothing special, neither Elixir's {@code
 * extra_arguments} nor Erlang's {@code simple_one_for_one}: the template is a method that takes the
 * argument and returns a specification.
 *
 * {@snippet :
 * static ChildSpec<Counter.Message> childSpec(String name) {
 *     return ChildSpec.worker(name, () -> Counter.startLink(name));
 * }
 *
 * DynamicSupervisor.startLink(COUNTERS, DynamicSupervisorFlags.oneForOne().maxChildren(100));
 * switch (DynamicSupervisor.startChild(COUNTERS, childSpec("visits"))) {
 *     case Start.Ok(var counter) -> use(counter);
 *     case Start.AlreadyStarted(var holder) -> use(holder);
 *     case Start.Ignore() -> {}
 *     case Start.Failed(var reason) when reason.equals(DynamicSupervisor.MAX_CHILDREN) -> refuse();
 *     case Start.Failed(var reason) -> report(reason);
 * }
 * }
 *
 * <p>Every method waits for as long as the supervisor takes, which may be busy with starting or
 * ending a child; they throw {@link Exit} if there is no such supervisor.
 */
public final class DynamicSupervisor {

    /** Why a child is not started when there are as many as there may be. */
    public static final ExitReason MAX_CHILDREN = ExitReason.of("max_children");

    /**
     * Why a child is not started that has no time at all to shut down: kill it brutally instead.
     */
    public static final ExitReason INVALID_SHUTDOWN = ExitReason.of("{invalid_shutdown, 0}");

    private DynamicSupervisor() {}

    /** What a dynamic supervisor understands: only what the methods of this class send it. */
    public sealed interface Message
            permits DynamicSupervisorServer.StartChild,
                    DynamicSupervisorServer.TerminateChild,
                    DynamicSupervisorServer.WhichChildren,
                    DynamicSupervisorServer.CountChildren,
                    DynamicSupervisorServer.GetChildSpec,
                    DynamicSupervisorServer.GetFlags,
                    DynamicSupervisorServer.TryAgain,
                    Inspect {}

    /** Starts a supervisor without children, linked to the caller. */
    public static Start<Message> startLink(DynamicSupervisorFlags flags) {
        return GenServer.startLink(server(flags));
    }

    /** Starts a supervisor as {@link #startLink(DynamicSupervisorFlags)} does, under a name. */
    public static Start<Message> startLink(
            ProcessName<Message> name, DynamicSupervisorFlags flags) {
        return GenServer.startLink(server(flags), name);
    }

    private static Supplier<DynamicSupervisorServer> server(DynamicSupervisorFlags flags) {
        Objects.requireNonNull(flags, SupervisorFlags.NONE);
        return () -> new DynamicSupervisorServer(flags);
    }

    /**
     * Starts a child; it is not kept unless it runs.
     *
     * @return {@link Start.Failed} with {@link #MAX_CHILDREN} if there are enough already, or with
     *     {@link #INVALID_SHUTDOWN}, as in Elixir, if its shutdown is a timeout of zero
     */
    @SuppressWarnings("unchecked")
    public static <M> Start<M> startChild(ServerRef<Message> supervisor, ChildSpec<M> child) {
        return (Start<M>)
                GenServer.call(
                        supervisor,
                        new DynamicSupervisorServer.StartChild<>(child),
                        Deadline.FOREVER);
    }

    /**
     * Ends a child for good.
     *
     * @return {@link ChildChange#OK}, or {@link ChildChange#NOT_FOUND} if the process is no child
     *     of the supervisor, or not any more
     */
    public static ChildChange terminateChild(ServerRef<Message> supervisor, Pid<?> child) {
        return GenServer.call(
                supervisor, new DynamicSupervisorServer.TerminateChild(child), Deadline.FOREVER);
    }

    /**
     * Returns what there is to tell of each child, the one that was started first first. The id of
     * each is {@code undefined}.
     */
    public static List<ChildInfo> whichChildren(ServerRef<Message> supervisor) {
        return GenServer.call(
                supervisor, new DynamicSupervisorServer.WhichChildren(), Deadline.FOREVER);
    }

    /** Counts the children. Those that are being restarted are not active. */
    public static ChildCount countChildren(ServerRef<Message> supervisor) {
        return GenServer.call(
                supervisor, new DynamicSupervisorServer.CountChildren(), Deadline.FOREVER);
    }

    /**
     * Returns how a child was specified; nothing if the supervisor has no such child. Elixir leaves
     * this to Erlang's {@code supervisor:get_childspec/2}, which takes a pid for an id here. The
     * start of a temporary child is not kept, as in Erlang: the one that is told fails.
     */
    public static Optional<ChildSpec<?>> getChildSpec(ServerRef<Message> supervisor, Pid<?> child) {
        return GenServer.call(
                supervisor, new DynamicSupervisorServer.GetChildSpec(child), Deadline.FOREVER);
    }

    /** Returns the flags that a supervisor was started with: in Erlang, {@code sys:get_state/1}. */
    public static DynamicSupervisorFlags getFlags(ServerRef<Message> supervisor) {
        return GenServer.call(supervisor, new DynamicSupervisorServer.GetFlags(), Deadline.FOREVER);
    }

    /** Ends a supervisor and its children, and waits until they have ended. */
    public static void stop(ServerRef<Message> supervisor) {
        GenServer.stop(supervisor);
    }
}
