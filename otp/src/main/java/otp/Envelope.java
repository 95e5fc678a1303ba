package otp;

/**
 * A message on its way, and its place in the mailbox: envelopes are the links of the mailbox's
 * lists, so that a message costs one object and not two.
 */
abstract sealed class Envelope
        permits Envelope.Plain,
                Envelope.OfCast,
                Envelope.OfContinue,
                Envelope.OfStop,
                SystemEnvelope,
                TracedEnvelope,
                PendingCall {

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

    /** Returns what the envelope is for those who trace. */
    abstract MessageKind kind();

    /** Returns who sends the envelope, in the thread that does so; null if that is no process. */
    LocalProcess<?> sender() {
        return Tracing.currentOrNull();
    }

    /** Puts off the answer that the sender waits for, if it does: {@link PendingCall#putOff}. */
    void putOff(ClosableSet<PendingCall> unanswered) {}

    /** Tells whether a server takes this also while it is suspended. */
    boolean isForSystem(LocalProcess<?> parent) {
        return false;
    }

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

        @Override
        MessageKind kind() {
            return switch (message) {
                case ExitMessage _ -> MessageKind.EXIT;
                case Down _ -> MessageKind.DOWN;
                case null, default -> MessageKind.PLAIN;
            };
        }

        @Override
        LocalProcess<?> sender() {
            return switch (message) {
                case ExitMessage exit -> (LocalProcess<?>) exit.from();
                case Down down -> down.monitor().monitored();
                case null, default -> super.sender();
            };
        }

        @Override
        boolean isForSystem(LocalProcess<?> parent) {
            return message instanceof ExitMessage exit && exit.from() == parent;
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

        @Override
        MessageKind kind() {
            return MessageKind.CAST;
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

        @Override
        MessageKind kind() {
            return MessageKind.PLAIN;
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

        @Override
        MessageKind kind() {
            return MessageKind.SYSTEM;
        }

        @Override
        boolean isForSystem(LocalProcess<?> parent) {
            return true;
        }
    }
}
