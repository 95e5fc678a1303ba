package ends;

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
        if (reason.equals(ExitReason.KILL)) {
            return new Outcome.Ends(ExitReason.KILLED);
        }
        if (trapsExits) {
            return new Outcome.IsTold(reason);
        }
        if (!ExitReason.NORMAL.equals(reason)) {
            return new Outcome.Ends(reason);
        }
        return new Outcome.LivesOn();
    }

    /** Predicts what comes of the other process's end. */
    public Outcome afterEnd(ExitReason reason) {
        if (tie == Tie.MONITOR || tie == Tie.LINK && trapsExits) {
            return new Outcome.IsTold(reason);
        }
        if (tie == Tie.LINK && !ExitReason.NORMAL.equals(reason)) {
            return new Outcome.Ends(reason);
        }
        return new Outcome.LivesOn();
    }
}
