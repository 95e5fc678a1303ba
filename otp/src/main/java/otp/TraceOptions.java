package otp;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a {@link Trace} is told of, and how much of it can wait to be read.
 *
 * @param capacity how many events can wait, 65 536 by default; rounded up to a power of two
 * @param kinds the kinds of events; all by default
 * @param scope whose events; those of all processes by default
 * @param processes the processes that are meant, for {@link Scope#THESE}
 * @param spawned whether also the events of the processes that a traced one starts
 */
public record TraceOptions(
        int capacity, Set<TraceKind> kinds, Scope scope, List<Pid<?>> processes, boolean spawned) {

    /** Which processes are traced. */
    public enum Scope {
        /** All of them. */
        ALL,

        /** Those that start after the session has begun. */
        NEW,

        /** Those that are named, which may be none: {@link Trace#include} adds some later. */
        THESE
    }

    /** Everything of all processes. */
    public static final TraceOptions DEFAULTS =
            new TraceOptions(65_536, Set.of(TraceKind.values()), Scope.ALL, List.of(), false);

    private static final int MOST = 1 << 30;

    /** Creates options; the collections are copied. */
    public TraceOptions {
        if (capacity < 1 || capacity > MOST) {
            throw new IllegalArgumentException(
                    "a trace has room for 1 to %d events, and not for %d"
                            .formatted(MOST, capacity));
        }
        Objects.requireNonNull(scope, "say which processes are traced");
        kinds = Set.copyOf(kinds);
        processes = List.copyOf(processes);
    }

    /** Returns these options with room for so many events. */
    public TraceOptions capacity(int events) {
        return new TraceOptions(events, kinds, scope, processes, spawned);
    }

    /** Returns these options with no other kinds of events than these. */
    public TraceOptions only(TraceKind first, TraceKind... others) {
        return new TraceOptions(capacity, EnumSet.of(first, others), scope, processes, spawned);
    }

    /** Returns these options with no other processes than these. */
    public TraceOptions of(Pid<?>... these) {
        return new TraceOptions(capacity, kinds, Scope.THESE, Arrays.asList(these), spawned);
    }

    /** Returns these options with no other processes than those that start from now on. */
    public TraceOptions ofNewProcesses() {
        return new TraceOptions(capacity, kinds, Scope.NEW, List.of(), spawned);
    }

    /**
     * Returns these options with also the processes that a traced one starts, and those that these
     * start; {@code set_on_spawn} in Erlang.
     */
    public TraceOptions withSpawned() {
        return new TraceOptions(capacity, kinds, scope, processes, true);
    }
}
