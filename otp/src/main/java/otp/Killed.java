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

    Killed(ExitReason reason) {
        super("this process has been ended from outside: " + reason, null, false, false);
    }
}
