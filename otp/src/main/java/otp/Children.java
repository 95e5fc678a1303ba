package otp;

import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;
import otp.Supervisor.FailedToStartChild;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The children of a supervisor, in the order in which they are started.
 *
 * <p>They are changed in place, unlike the state of other servers: a copy for each of 100 000
 * children would take too long, and {@link SupervisorServer#terminate} has to end every child that
 * runs, also those that a callback had started before it failed.
 */
final class Children {

    /** Under their ids, in the order in which they are started. */
    private final SequencedMap<ChildId, Child> inOrder = new LinkedHashMap<>();

    private final Map<Pid<?>, Child> byPid = new HashMap<>();

    /** Adds a child that is still to be started; says what is wrong if its id is another's. */
    Optional<ExitReason> declare(ChildSpec<?> spec) {
        Child child = new Child(spec);
        return inOrder.putIfAbsent(child.id(), child) == null
                ? Optional.empty()
                : Optional.of(
                        ExitReason.of(
                                "two children have the id %s: give each an id of its own"
                                        .formatted(child.id())));
    }

    /** Starts all children in order; ends those that were started if one does not start. */
    Optional<ExitReason> startAll() {
        Optional<Failure> failure = start(all());
        failure.ifPresent(_ -> stopAll());
        return failure.map(Failure::asReason);
    }

    /** Starts a child that does not run, for a client. */
    Start<?> start(Child child) {
        return noted(child, child.start());
    }

    private Start<?> noted(Child child, Start<?> start) {
        if (start instanceof Start.Ok<?>(Pid<?> pid)) {
            byPid.put(pid, child);
        }
        return start;
    }

    /** Starts one more child, and adds it unless that fails. */
    Start<?> add(ChildSpec<?> spec) {
        Child child = new Child(spec);
        Start<?> start = start(child);
        boolean isKept =
                switch (start) {
                    case Start.Ok<?> _ -> true;
                    case Start.Ignore<?> _ -> !child.isTemporary();
                    case Start.AlreadyStarted<?> _, Start.Failed<?> _ -> false;
                };
        if (isKept) {
            child.forgetStart();
            inOrder.put(child.id(), child);
        }
        return start;
    }

    /** Restarts a child that has ended; returns it if it did not start. */
    Optional<Child> restartAlone(Child ended) {
        forgetProcess(ended);
        return switch (noted(ended, ended.startOrReport())) {
            case Start.Ok<?> _, Start.Ignore<?> _ -> Optional.empty();
            case Start.Failed<?> _, Start.AlreadyStarted<?> _ -> Optional.of(ended);
        };
    }

    /** Restarts the child and those after it; returns the one that did not start, if any. */
    Optional<Child> restartFrom(Child ended) {
        List<Child> rest = all().stream().dropWhile(child -> child != ended).toList();
        return restart(ended, rest);
    }

    /** Restarts all children after one has ended; returns the one that did not start, if any. */
    Optional<Child> restartAll(Child ended) {
        return restart(ended, all());
    }

    private Optional<Child> restart(Child ended, List<Child> children) {
        forgetProcess(ended);
        stop(children);
        return start(children.stream().filter(this::isKnown).toList()).map(Failure::child);
    }

    private record Failure(Child child, ExitReason reason) {
        ExitReason asReason() {
            return new ExitReason.Shutdown(new FailedToStartChild(child.spec().id(), reason));
        }
    }

    private Optional<Failure> start(List<Child> children) {
        for (Child child : children) {
            switch (noted(child, child.startOrReport())) {
                case Start.Ok<?> _ -> {}
                case Start.Ignore<?> _ -> forgetIfTemporary(child);
                case Start.Failed<?>(ExitReason reason) -> {
                    return Optional.of(new Failure(child, reason));
                }
                case Start.AlreadyStarted<?> other -> {
                    return Optional.of(new Failure(child, ExitReason.of(other)));
                }
            }
        }
        return Optional.empty();
    }

    /** Ends all children, the last one first. */
    void stopAll() {
        stop(all());
    }

    private void stop(List<Child> children) {
        children.reversed().forEach(this::stop);
    }

    /** Ends a child; a temporary one is forgotten. */
    void stop(Child child) {
        if (child.status() == Status.RUNNING) {
            ChildTermination.of(child);
        }
        ended(child);
    }

    /** Notes that a child has ended and does not come back. */
    void ended(Child child) {
        forgetProcess(child);
        forgetIfTemporary(child);
    }

    private void forgetProcess(Child child) {
        byPid.remove(child.pid());
        child.stop();
    }

    private void forgetIfTemporary(Child child) {
        if (child.isTemporary()) {
            remove(child);
        }
    }

    void remove(Child child) {
        inOrder.remove(child.id(), child);
    }

    private boolean isKnown(Child child) {
        return inOrder.get(child.id()) == child;
    }

    private List<Child> all() {
        return List.copyOf(inOrder.values());
    }

    Optional<Child> withId(Object id) {
        return Optional.ofNullable(inOrder.get(new ChildId(id)));
    }

    Optional<Child> withPid(Pid<?> pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /** Returns what there is to tell of each child, the one started last first, as in Erlang. */
    List<ChildInfo> infos() {
        return inOrder.sequencedValues().reversed().stream().map(Child::info).toList();
    }

    /** Returns what there is to see of each child, in the order in which they are started. */
    List<SupervisorInfo.Child> pictures() {
        return inOrder.values().stream().map(Child::picture).toList();
    }

    /** Tells whether a significant child runs, or is to. */
    boolean haveSignificant() {
        return inOrder.values().stream()
                .anyMatch(child -> child.spec().significant() && child.status() != Status.STOPPED);
    }

    ChildCount count() {
        int supervisors = count(Child::isSupervisor);
        int active = count(child -> child.pid() != null && Processes.isAlive(child.pid()));
        return new ChildCount(inOrder.size(), active, supervisors, inOrder.size() - supervisors);
    }

    private int count(Predicate<Child> wanted) {
        return (int) inOrder.values().stream().filter(wanted).count();
    }
}
