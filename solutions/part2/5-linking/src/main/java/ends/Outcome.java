package ends;

import otp.ExitReason;

/** What comes of an event for a process. */
public sealed interface Outcome {

    /** The process lives on, and no message tells it of the event. */
    record LivesOn() implements Outcome {}

    /**
     * The process lives on, and gets a message about the event.
     *
     * @param reason the reason in the message
     */
    record IsTold(ExitReason reason) implements Outcome {}

    /**
     * The process ends.
     *
     * @param reason why, as others are told
     */
    record Ends(ExitReason reason) implements Outcome {}
}
