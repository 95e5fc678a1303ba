package otp;

/**
 * A message on its way, and its place in the mailbox: envelopes are the links of the mailbox's
 * lists, so that a message costs one object and not two.
 */
abstract sealed class Envelope
        permits Envelope.Plain, Envelope.OfCast, Envelope.OfContinue, Envelope.OfStop, PendingCall {

    Envelope next;

    /** How many envelopes lie on each other up to this one, while they wait to be taken in. */
    private int height;

    /** Puts the envelope on top of those that have come before it; null stands for none. */
    void putOn(Envelope newest) {
        next = newest;
        height = newest == null ? 1 : newest.height + 1;
    }

    int height() {
        return height;
    }

    /** Returns what the receiver gets to see. */
    abstract Object message();

    /** Called instead of delivery when the receiver has ended. */
    void undeliverable(ExitReason reason) {}

    /** A message that was simply sent. */
    static final class Plain extends Envelope {

        private final Object message;

        Plain(Object message) {
            this.message = message;
        }

        @Override
        Object message() {
            return message;
        }
    }

    /** A message that was cast to a server. */
    static final class OfCast extends Envelope {

        private final Object message;

        OfCast(Object message) {
            this.message = message;
        }

        @Override
        Object message() {
            return message;
        }
    }

    /** What a server leaves for itself to go on with; it never travels. */
    static final class OfContinue extends Envelope {

        private final Object argument;

        OfContinue(Object argument) {
            this.argument = argument;
        }

        @Override
        Object message() {
            return argument;
        }
    }

    /** An order to a server to end, from {@link GenServer#stop}. */
    static final class OfStop extends Envelope {

        private final ExitReason reason;
        private volatile boolean isTaken;

        OfStop(ExitReason reason) {
            this.reason = reason;
        }

        /** Says that the server ends because of this order, and not because of anything else. */
        void take() {
            isTaken = true;
        }

        boolean isTaken() {
            return isTaken;
        }

        @Override
        ExitReason message() {
            return reason;
        }
    }
}
