package otp;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts a supervisor's restarts, and says when there are too many of them. */
final class RestartIntensity {

    private final SupervisorFlags flags;
    private final Deque<Long> restarts = new ArrayDeque<>();

    RestartIntensity(SupervisorFlags flags) {
        this.flags = flags;
    }

    /**
     * Adds a restart, and tells whether it is borne. Seconds are whole ones, as in Erlang's {@code
     * supervisor:add_restart}: with a period of 1 s, restarts 1.9 s apart may count together.
     */
    boolean bears() {
        long now = flags.seconds().getAsLong();
        restarts.addLast(now);
        while (restarts.getFirst() < now - flags.maxSeconds()) {
            restarts.removeFirst();
        }
        return restarts.size() <= flags.maxRestarts();
    }
}
