package otp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts a supervisor's restarts, and says when there are too many of them. */
final class RestartIntensity {

    private final SupervisorFlags flags;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private int soFar;

    RestartIntensity(SupervisorFlags flags) {
        this.flags = flags;
    }

    /**
     * Adds a restart, and tells whether it is allowed. Seconds are whole ones, as in Erlang's
     * {@code supervisor:add_restart}: with a period of 1 s, restarts 1.9 s apart may count
     * together.
     */
    boolean allowsOneMore() {
        soFar++;
        long now = flags.seconds().getAsLong();
        restarts.addLast(now);
        while (restarts.getFirst() < now - flags.maxSeconds()) {
            restarts.removeFirst();
        }
        return restarts.size() <= flags.maxRestarts();
    }

    /** Tells those who trace of a restart that is allowed, in the supervisor's process. */
    void tellRestart(Child child) {
        if (Tracing.isOn()) {
            Tracing.tell(() ->
                    new SupervisionEvent.Restarting(
                            Tracing.currentOrNull(),
                            child.shownId(),
                            child.lastProcess(),
                            restarts.size(),
                            flags.maxRestarts(),
                            flags.maxSeconds()));
        }
    }

    /** Tells those who trace that there is a supervisor, in its process. */
    void tellStart() {
        if (Tracing.isOn()) {
            Tracing.tell(() ->
                    new SupervisionEvent.SupervisorStarted(
                            Tracing.currentOrNull(),
                            flags.strategy(),
                            flags.maxRestarts(),
                            flags.maxSeconds()));
        }
    }

    /** Returns what the supervisor tells of itself, in its process. */
    SupervisorInfo picture(List<SupervisorInfo.Child> children) {
        return new SupervisorInfo(
                Processes.self(),
                flags.strategy(),
                flags.maxRestarts(),
                flags.maxSeconds(),
                soFar,
                children);
    }

    /** Reports, in the supervisor's process, that a child's restart was one too many. */
    void reportTooMany(Child child) {
        Pid<?> supervisor = Processes.self();
        if (Tracing.isOn()) {
            Tracing.tell(() ->
                    new SupervisionEvent.GaveUp(
                            supervisor, child.shownId(), flags.maxRestarts(), flags.maxSeconds()));
        }
        Log.error(() ->
                "Supervisor %s gives up: more than %s restarts within %s s, at last of %s"
                        .formatted(supervisor, flags.maxRestarts(), flags.maxSeconds(), child));
    }
}
