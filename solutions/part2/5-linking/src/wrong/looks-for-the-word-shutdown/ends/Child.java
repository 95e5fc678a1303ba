package ends;

import otp.ExitReason;
import otp.Restart;
import otp.Shutdown;

/**
 * A process as its supervisor sees it: a model that predicts what the supervisor does.
 *
 * @param restart what the supervisor does when the child has ended
 * @param shutdown what the supervisor does when the child is to end
 */
public record Child(Restart restart, Shutdown shutdown) {

    /** Predicts whether the supervisor starts the child again, after an end for this reason. */
    public boolean isRestartedAfter(ExitReason reason) {
        // Task 3: say for each restart value whether the child is started again.
        return switch (restart) {
            case PERMANENT -> true;
            case TRANSIENT ->
                    !reason.equals(ExitReason.NORMAL)
                            && !reason.toString().replace("{", "").startsWith("shutdown");
            case TEMPORARY -> false;
        };
        // End of task 3.
    }

    /**
     * Predicts for which reason the child ends when its supervisor stops it.
     *
     * @param inTime whether the child, asked to shut down, ends before its time is over
     */
    public ExitReason afterStop(boolean inTime) {
        // Task 3: say when the supervisor kills the child, and what others see then.
        boolean isKilled = shutdown.equals(Shutdown.BRUTAL_KILL) || !inTime;
        return isKilled ? ExitReason.KILLED : ExitReason.SHUTDOWN;
        // End of task 3.
    }
}
