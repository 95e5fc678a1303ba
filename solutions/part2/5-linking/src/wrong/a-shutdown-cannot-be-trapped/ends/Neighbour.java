package ends;

import ends.Outcome.Ends;
import ends.Outcome.IsTold;
import ends.Outcome.LivesOn;

import otp.ExitReason;

/**
 * A process as another one sees it: a model that predicts, without any process, what comes of ends
 * and exit signals.
 *
 * @param tie what it has with the other process
 * @param trapsExits whether exit signals reach it as messages
 */
public record Neighbour(Tie tie, boolean trapsExits) {

    /** What one process can have with another. */
    public enum Tie {
        /** Nothing. */
        NONE,

        /** A link between the two. */
        LINK,

        /** A monitor, which it keeps on the other. */
        MONITOR
    }

    /** Predicts what comes of {@code exit(pid, reason)}, if another process calls it. */
    public Outcome afterExit(ExitReason reason) {
        if (reason.equals(ExitReason.SHUTDOWN)) {
            return new Ends(reason);
        }
        return reason.equals(ExitReason.KILL) ? new Ends(ExitReason.KILLED) : afterSignal(reason);
    }

    /** Predicts what comes of the other process's end. */
    public Outcome afterEnd(ExitReason reason) {
        return switch (tie) {
            case NONE -> new LivesOn();
            case LINK -> afterSignal(reason);
            case MONITOR -> new IsTold(reason);
        };
    }

    private Outcome afterSignal(ExitReason reason) {
        if (trapsExits) {
            return new IsTold(reason);
        }
        return reason.equals(ExitReason.NORMAL) ? new LivesOn() : new Ends(reason);
    }
}
