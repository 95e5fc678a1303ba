package otp;

/**
 * Thrown by the runtime inside a process that has been ended from outside, at its next touch of the
 * runtime.
 *
 * <p>It is an error, so that {@code catch (Exception e)} does not keep the process alive. Do not
 * catch it: every further touch of the runtime throws it again.
 */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    private final transient ExitReason reason;

    Killed(ExitReason reason) {
        super(null, null, false, false);
        this.reason = reason;
    }

    /** Says why the process has to end: the text is made when somebody asks, since few do. */
    @Override
    public String getMessage() {
        return "this process has been ended from outside: " + reason;
    }
}
