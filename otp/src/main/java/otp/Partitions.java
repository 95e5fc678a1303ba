package otp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which child has which partition of a {@link PartitionSupervisor}. It belongs to the supervisor,
 * which is the only one that changes it; any thread may read it.
 */
final class Partitions implements Belonging {

    private static final Map<String, Partitions> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final AtomicReferenceArray<LocalProcess<?>> children;

    private Partitions(String name, int count) {
        this.name = name;
        this.children = new AtomicReferenceArray<>(count);
    }

    /** Creates the supervisor, in its own process, and opens its partitions. */
    static <M> SupervisorServer supervisor(
            String name, SupervisorFlags flags, int count, IntFunction<ChildSpec<M>> child) {
        Partitions partitions = new Partitions(name, count);
        List<ChildSpec<?>> children =
                IntStream.range(0, count)
                        .<ChildSpec<?>>mapToObj(number ->
                                partitions.noting(number, child.apply(number).withId(number)))
                        .toList();
        ProcessTable.current().lifeline().belongings().add(partitions);
        BY_NAME.put(name, partitions);
        return new SupervisorServer(flags, children);
    }

    private <M> ChildSpec<M> noting(int number, ChildSpec<M> spec) {
        return new ChildSpec<>(
                spec.id(),
                () -> noted(number, spec.run()),
                spec.restart(),
                spec.significant(),
                spec.shutdown(),
                spec.type());
    }

    private <M> Start<M> noted(int number, Start<M> start) {
        if (start instanceof Start.Ok<M>(Pid<M> child)) {
            children.set(number, (LocalProcess<?>) child);
        }
        return start;
    }

    static Optional<Partitions> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    int count() {
        return children.length();
    }

    /** Returns the child that a key belongs to, if it is alive. */
    Optional<Pid<?>> at(Object key) {
        return Optional.<LocalProcess<?>>ofNullable(children.get(number(key)))
                .filter(LocalProcess::isAlive)
                .map(child -> child);
    }

    private int number(Object key) {
        return key instanceof Integer number
                ? Math.abs(number % count())
                : Math.floorMod(spread(key.hashCode()), count());
    }

    /** Many hashes differ in their upper bits only. */
    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }

    @Override
    public void ownerEnded(LocalProcess<?> owner) {
        BY_NAME.remove(name, this);
    }
}
