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
        return switch (restart) {
            case PERMANENT -> true;
            case TRANSIENT ->
                    !reason.equals(ExitReason.NORMAL)
                            && !reason.equals(ExitReason.SHUTDOWN)
                            && !(reason instanceof ExitReason.Shutdown);
            case TEMPORARY -> false;
        };
    }

    /**
     * Predicts for which reason the child ends when its supervisor stops it.
     *
     * @param inTime whether the child, asked to shut down, ends before its time is over
     */
    public ExitReason afterStop(boolean inTime) {
        boolean isKilled = shutdown.equals(Shutdown.BRUTAL_KILL) || !inTime;
        return isKilled ? ExitReason.KILLED : ExitReason.SHUTDOWN;
    }
}
