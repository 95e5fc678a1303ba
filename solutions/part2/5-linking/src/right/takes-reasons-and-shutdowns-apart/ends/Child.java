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
        return restart == Restart.PERMANENT || restart == Restart.TRANSIENT && !isIntended(reason);
    }

    /**
     * Predicts for which reason the child ends when its supervisor stops it.
     *
     * @param inTime whether the child, asked to shut down, ends before its time is over
     */
    public ExitReason afterStop(boolean inTime) {
        return switch (shutdown) {
            case Shutdown.BrutalKill _ -> ExitReason.KILLED;
            case Shutdown.Timeout _ when inTime -> ExitReason.SHUTDOWN;
            case Shutdown.Timeout _ -> ExitReason.KILLED;
        };
    }

    private static boolean isIntended(ExitReason reason) {
        return switch (reason) {
            case ExitReason.Shutdown _ -> true;
            case ExitReason.InCall call -> call.reason().equals(ExitReason.SHUTDOWN);
            case ExitReason.Term term ->
                    term.equals(ExitReason.NORMAL) || term.equals(ExitReason.SHUTDOWN);
            default -> false;
        };
    }
}
