package otp;

import java.util.ArrayDeque;
import java.util.Deque;

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

    /** Returns how many restarts there have been since the supervisor began. */
    int soFar() {
        return soFar;
    }

    /** Reports, in the supervisor's process, that a child's restart was one too many. */
    void reportTooMany(Child child) {
        Pid<?> supervisor = Processes.self();
        Log.error(() ->
                "Supervisor %s gives up: more than %s restarts within %s s, at last of %s"
                        .formatted(supervisor, flags.maxRestarts(), flags.maxSeconds(), child));
    }
}
