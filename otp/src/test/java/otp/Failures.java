package otp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Says how code failed that was meant to. */
final class Failures {

    private Failures() {}

    /** Runs a call that fails; returns how. */
    static ExitReason.InCall ofCall(Runnable call) {
        return (ExitReason.InCall) ofExit(call);
    }

    /** Runs code that throws an {@link Exit}; returns the reason. */
    static ExitReason ofExit(Runnable code) {
        return catchThrowableOfType(Exit.class, code::run).reason();
    }
}
