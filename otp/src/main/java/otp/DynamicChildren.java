package otp;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The children of a dynamic supervisor; changed in place, as {@link Children} are. */
final class DynamicChildren {

    static final String NO_ID = "undefined";

    /** Each child under its process: under the last one that it had, if it is being restarted. */
    private final Map<Pid<?>, Child> byPid = new LinkedHashMap<>();

    int size() {
        return byPid.size();
    }

    Optional<Child> withPid(Pid<?> pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /** Starts one more child, and adds it if it runs. */
    Start<?> add(ChildSpec<?> spec) {
        Child child = Child.withoutId(spec);
        Start<?> start = child.start();
        if (start instanceof Start.Ok<?>(Pid<?> pid)) {
            child.forgetStart();
            byPid.put(pid, child);
        }
        return start;
    }

    /** Starts a child again; returns false if it is to be tried again. */
    boolean restart(Pid<?> ended, Child child) {
        return switch (child.startOrReport()) {
            case Start.Ok<?>(Pid<?> pid) -> {
                forget(ended);
                byPid.put(pid, child);
                yield true;
            }
            case Start.Ignore<?> _ -> {
                forget(ended);
                yield true;
            }
            case Start.Failed<?> _, Start.AlreadyStarted<?> _ -> {
                child.awaitRestart();
                yield false;
            }
        };
    }

    void forget(Pid<?> pid) {
        byPid.remove(pid);
    }

    /** Ends a child for good. */
    ChildChange terminate(Pid<?> pid) {
        Child child = byPid.get(pid);
        if (child == null) {
            return ChildChange.NOT_FOUND;
        }
        if (child.status() == Status.RUNNING) {
            ChildTermination.of(child);
        }
        forget(pid);
        return ChildChange.OK;
    }

    /** Ends all children at the same time; after it, their supervisor handles nothing any more. */
    void stopAll() {
        GroupTermination.of(running());
        byPid.clear();
    }

    private Collection<Child> running() {
        return byPid.values().stream().filter(child -> child.status() == Status.RUNNING).toList();
    }

    List<ChildInfo> infos() {
        return byPid.values().stream().map(DynamicChildren::info).toList();
    }

    /** Returns what there is to see of each child, in the order in which they were started. */
    List<SupervisorInfo.Child> pictures() {
        return byPid.values().stream().map(Child::picture).toList();
    }

    private static ChildInfo info(Child child) {
        ChildInfo info = child.info();
        return new ChildInfo(NO_ID, info.pid(), info.status(), info.type());
    }

    ChildCount count() {
        int supervisors =
                Math.toIntExact(byPid.values().stream().filter(Child::isSupervisor).count());
        return new ChildCount(size(), running().size(), supervisors, size() - supervisors);
    }
}
