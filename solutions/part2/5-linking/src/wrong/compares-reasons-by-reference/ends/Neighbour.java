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
        // Task 1: say which reason ends even those that trap exits, and what others see.
        return reason == ExitReason.KILL ? new Ends(ExitReason.KILLED) : afterSignal(reason);
        // End of task 1.
    }

    /** Predicts what comes of the other process's end. */
    public Outcome afterEnd(ExitReason reason) {
        // Task 2: say for each tie what the other process's end does.
        return switch (tie) {
            case NONE -> new LivesOn();
            case LINK -> afterSignal(reason);
            case MONITOR -> new IsTold(reason);
        };
        // End of task 2.
    }

    private Outcome afterSignal(ExitReason reason) {
        // Task 1: say what an exit signal does to a trapping process, and to another.
        if (trapsExits) {
            return new IsTold(reason);
        }
        return reason == ExitReason.NORMAL ? new LivesOn() : new Ends(reason);
        // End of task 1.
    }
}
