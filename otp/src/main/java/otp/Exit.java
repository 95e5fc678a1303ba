package otp;

/**
 * Ends the process that throws it, with a reason of its choice. A process that can go on without
 * what failed may catch it.
 *
 * <p>A failed call throws it in the caller: {@link #reason()} is then an {@link ExitReason.InCall}.
 */
public final class Exit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ExitReason reason;

    /**
     * Creates an exit whose message is the reason, and whose cause is what a crashed server threw.
     */
    public Exit(ExitReason reason) {
        super(null, reason.rootCause().orElse(null));
        this.reason = reason;
    }

    /** Returns the text of the reason: it is made when somebody asks, since few do. */
    @Override
    public String getMessage() {
        return String.valueOf(reason);
    }

    /**
     * Returns the reason for which a process ends that throws this. Waits for the little memory
     * that it needs, if there is none: the process has just given back its own.
     */
    static ExitReason reasonFor(Throwable thrown) {
        while (true) {
            try {
                return thrown instanceof Exit exit ? exit.reason : new ExitReason.Crash(thrown);
            } catch (OutOfMemoryError full) {
                Thread.yield();
            }
        }
    }

    /** Returns why the process ends. */
    public ExitReason reason() {
        return reason;
    }
}
