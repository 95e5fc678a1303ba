package otp.conformance;

import java.io.IOException;

/** Tells, in one sentence, where a file holds something else than scenarios. */
final class UnreadableScenarios extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableScenarios(String message) {
        super(message);
    }
}
