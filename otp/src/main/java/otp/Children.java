package otp;

import otp.ChildInfo.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The children of a supervisor, in the order in which they are started. */
final class Children {

    private final List<Child> inOrder = new ArrayList<>();

    Children(List<ChildSpec<?>> specs) {
        specs.forEach(spec -> inOrder.add(new Child(spec)));
    }

    /** Starts all children in order; ends those that were started if one does not start. */
    Optional<ExitReason> startAll() {
        Optional<Failure> failure = startFrom(0);
        failure.ifPresent(_ -> stopFrom(0));
        return failure.map(Failure::asReason);
    }

    /** Starts one more child, and adds it unless that fails. */
    Start<?> add(ChildSpec<?> spec) {
        Child child = new Child(spec);
        Start<?> start = child.start();
        boolean isKept =
                switch (start) {
                    case Start.Ok<?> _ -> true;
                    case Start.Ignore<?> _ -> !child.isTemporary();
                    case Start.AlreadyStarted<?> _, Start.Failed<?> _ -> false;
                };
        if (isKept) {
            inOrder.add(child);
        }
        return start;
    }

    /** Restarts the child and those after it; returns the one that did not start, if any. */
    Optional<Child> restartFrom(Child child) {
        int from = inOrder.indexOf(child);
        child.stop();
        stopFrom(from);
        return startFrom(from).map(Failure::child);
    }

    /** Restarts all children after one has ended; returns the one that did not start, if any. */
    Optional<Child> restartAll(Child ended) {
        ended.stop();
        stopFrom(0);
        return startFrom(0).map(Failure::child);
    }

    private record Failure(Child child, ExitReason reason) {
        ExitReason asReason() {
            return new ExitReason.Shutdown(new FailedToStartChild(child.id(), reason));
        }
    }

    private Optional<Failure> startFrom(int first) {
        for (Child child : List.copyOf(inOrder.subList(first, inOrder.size()))) {
            switch (child.start()) {
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
        stopFrom(0);
    }

    private void stopFrom(int first) {
        for (Child child : List.copyOf(inOrder.subList(first, inOrder.size())).reversed()) {
            stop(child);
        }
    }

    /** Ends a child; a temporary one is forgotten. */
    void stop(Child child) {
        if (child.status() == Status.RUNNING) {
            ChildTermination.of(child);
        }
        child.stop();
        forgetIfTemporary(child);
    }

    /** Notes that a child has ended and does not come back. */
    void ended(Child child) {
        child.stop();
        forgetIfTemporary(child);
    }

    private void forgetIfTemporary(Child child) {
        if (child.isTemporary()) {
            inOrder.remove(child);
        }
    }

    void remove(Child child) {
        inOrder.remove(child);
    }

    Optional<Child> withId(Object id) {
        return first(child -> child.id().equals(id));
    }

    Optional<Child> withPid(Pid<?> pid) {
        return first(child -> child.pid() == pid);
    }

    private Optional<Child> first(Predicate<Child> wanted) {
        return inOrder.stream().filter(wanted).findFirst();
    }

    /** Returns what there is to tell of each child, the one started last first, as in Erlang. */
    List<ChildInfo> infos() {
        return inOrder.reversed().stream().map(Child::info).toList();
    }

    ChildCount count() {
        int supervisors = count(child -> child.spec().type() == ChildSpec.Type.SUPERVISOR);
        int active = count(child -> child.pid() != null && Processes.isAlive(child.pid()));
        return new ChildCount(inOrder.size(), active, supervisors, inOrder.size() - supervisors);
    }

    private int count(Predicate<Child> wanted) {
        return (int) inOrder.stream().filter(wanted).count();
    }
}
