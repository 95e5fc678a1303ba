package otp;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A supervisor of several children of one kind, the partitions, among which work is divided by a
 * key: what one process cannot do fast enough, several can, and each still serves its keys in
 * order.
 *
 * {@snippet :
 * static final PartitionSupervisor<Writer.Message> WRITERS = new PartitionSupervisor<>("writers");
 *
 * Supervisor.startLink(oneForOne(), WRITERS.childSpec(4, Writer::childSpec));
 * GenServer.call(WRITERS.via("todo list"), new Writer.Store("todo list", "milk"));
 * }
 *
 * <p>It is a {@link Supervisor}, whose functions take {@link #supervisor()}. Each child is
 * permanent unless its specification says otherwise, and is started again at its place. Whoever
 * declares a partition supervisor says what its children understand; the runtime does not check it.
 *
 * @param name the name of the supervisor; equal names are the same partition supervisor
 * @param <M> the messages that the children understand
 */
public record PartitionSupervisor<M>(String name) implements NameRegistry {

    /** Names a partition supervisor; none needs to run yet. */
    public PartitionSupervisor {
        Objects.requireNonNull(name, "a partition supervisor needs a name");
    }

    /**
     * Starts as many children as there are processors, each restarted alone, linked to the caller.
     *
     * @param child returns the specification of the child for a partition, from 0; its id does not
     *     matter
     */
    public Start<Supervisor.Message> startLink(IntFunction<ChildSpec<M>> child) {
        return startLink(Runtime.getRuntime().availableProcessors(), child);
    }

    /** Starts a number of children, each restarted alone, linked to the caller. */
    public Start<Supervisor.Message> startLink(int partitions, IntFunction<ChildSpec<M>> child) {
        return startLink(SupervisorFlags.oneForOne(), partitions, child);
    }

    /**
     * Starts a number of children, linked to the caller.
     *
     * @return as {@link Supervisor#startLink}
     * @throws IllegalArgumentException if there is to be less than one partition
     */
    public Start<Supervisor.Message> startLink(
            SupervisorFlags flags, int partitions, IntFunction<ChildSpec<M>> child) {
        Objects.requireNonNull(flags, SupervisorFlags.NONE);
        Objects.requireNonNull(child, "partitions need a function that specifies them");
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "there has to be one partition at least, not " + partitions);
        }
        return GenServer.startLink(
                () -> Partitions.supervisor(name, flags, partitions, child), supervisor());
    }

    /** Specifies a partition supervisor as a child of a supervisor; its id is its name. */
    public ChildSpec<Supervisor.Message> childSpec(
            int partitions, IntFunction<ChildSpec<M>> child) {
        return ChildSpec.supervisor(name, () -> startLink(partitions, child));
    }

    /** Returns the name of the supervisor. */
    public Name<Supervisor.Message> supervisor() {
        return new Name<>(name);
    }

    /**
     * Returns the number of partitions.
     *
     * @throws Exit with {@link ExitReason#NOPROC} if the supervisor does not run
     */
    public int partitions() {
        return running().count();
    }

    /**
     * Returns the child that a key belongs to, as a name: an {@link Integer} belongs to the
     * partition of its remainder, any other key to one that its {@code hashCode} decides.
     */
    public Via<M> via(Object key) {
        return new Via<>(this, key);
    }

    private Partitions running() {
        ProcessTable.checkCaller();
        return Partitions.named(name).orElseThrow(() -> new Exit(ExitReason.NOPROC));
    }

    /**
     * Returns the child that a key belongs to, unless it is just being restarted.
     *
     * @throws Exit with {@link ExitReason#NOPROC} if the supervisor does not run
     */
    @Override
    public Optional<Pid<?>> whereisName(Object key) {
        return running().at(key);
    }

    /**
     * Refuses: a process cannot be started under a key, only be found.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public boolean registerName(Object key, Pid<?> process) {
        throw new UnsupportedOperationException(
                "no process can be started under a key of the partition supervisor " + this);
    }

    /**
     * Refuses, as {@link #registerName} does.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public void unregisterName(Object key) {
        throw new UnsupportedOperationException(
                "no key of the partition supervisor " + this + " can be freed");
    }

    /** Returns the name as Elixir prints an atom, {@code :writers}. */
    @Override
    public String toString() {
        return ":" + name;
    }
}
