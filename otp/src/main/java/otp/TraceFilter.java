package otp;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose events a session is told of. An event is told if one of the processes that it is about is
 * traced, and none of them is hidden.
 */
final class TraceFilter {

    private final Set<TraceKind> kinds = EnumSet.noneOf(TraceKind.class);
    private final TraceOptions.Scope scope;
    private final boolean areSpawnedTraced;

    private final Set<Pid<?>> traced = ConcurrentHashMap.newKeySet();
    private final Set<Pid<?>> hidden = ConcurrentHashMap.newKeySet();

    TraceFilter(TraceOptions options) {
        kinds.addAll(options.kinds());
        this.scope = options.scope();
        this.areSpawnedTraced = options.spawned();
        traced.addAll(options.processes());
    }

    boolean wants(TraceKind kind) {
        return kinds.contains(kind);
    }

    void include(Pid<?> process) {
        hidden.remove(process);
        add(traced, process);
    }

    void exclude(Pid<?> process) {
        traced.remove(process);
        add(hidden, process);
    }

    /** A process that ends meanwhile must not be kept. */
    private static void add(Set<Pid<?>> set, Pid<?> process) {
        set.add(process);
        if (!((LocalProcess<?>) process).isAlive()) {
            set.remove(process);
        }
    }

    /** Notes who starts, and tells whether the session is told of the event. */
    boolean admits(TraceEvent.What what) {
        if (what instanceof ProcessEvent.Started started) {
            noteStart(started);
        }
        return wants(what.kind()) && concernsTraced(what);
    }

    /** Forgets a process of whose end everybody has been told. */
    void forget(Pid<?> ended) {
        traced.remove(ended);
        hidden.remove(ended);
    }

    private void noteStart(ProcessEvent.Started started) {
        boolean isTraced =
                switch (scope) {
                    case ALL -> false;
                    case NEW -> true;
                    case THESE ->
                            areSpawnedTraced
                                    && started.parent().filter(traced::contains).isPresent();
                };
        if (isTraced) {
            traced.add(started.process());
        }
    }

    private boolean concernsTraced(TraceEvent.What what) {
        boolean isTraced = scope == TraceOptions.Scope.ALL;
        if (isTraced && hidden.isEmpty()) {
            return true;
        }
        for (Pid<?> process : what.processes()) {
            if (hidden.contains(process)) {
                return false;
            }
            isTraced |= traced.contains(process);
        }
        return isTraced;
    }
}
