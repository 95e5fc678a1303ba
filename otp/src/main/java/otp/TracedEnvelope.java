package otp;

/** An envelope in another one, while somebody traces: it tells when the message is taken. */
final class TracedEnvelope extends Envelope {

    private final Envelope inner;
    private final ProcessEvent.Sent sent;

    TracedEnvelope(Envelope inner, ProcessEvent.Sent sent) {
        this.inner = inner;
        this.sent = sent;
    }

    /** Tells that the message has been taken, and returns its own envelope. */
    Envelope taken() {
        Tracing.taken(sent);
        return inner;
    }

    /** Tells that nobody is going to take the message. */
    void lost() {
        Tracing.lost(sent);
    }

    @Override
    Object message() {
        return inner.message();
    }

    @Override
    MessageKind kind() {
        return inner.kind();
    }

    @Override
    boolean isForSystem(LocalProcess<?> parent) {
        return inner.isForSystem(parent);
    }

    @Override
    void undeliverable(ExitReason reason) {
        inner.undeliverable(reason);
    }
}
