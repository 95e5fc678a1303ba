package otp;

/** An order to a server as such, from {@link Sys}. */
final class SystemEnvelope extends Envelope {

    private final Object order;
    private final PendingCall answer;

    /** Creates an order of the current thread; {@code caller} is its process or null. */
    SystemEnvelope(Object order, LocalProcess<?> caller) {
        this.order = order;
        this.answer = new PendingCall(order, caller);
    }

    /** Returns where the answer is put. */
    PendingCall answer() {
        return answer;
    }

    @Override
    Object message() {
        return order;
    }

    @Override
    MessageKind kind() {
        return MessageKind.SYSTEM;
    }

    @Override
    LocalProcess<?> sender() {
        return answer.sender();
    }

    @Override
    void putOff(ClosableSet<PendingCall> unanswered) {
        answer.putOff(unanswered);
    }

    @Override
    boolean isForSystem(LocalProcess<?> parent) {
        return true;
    }

    @Override
    void undeliverable(ExitReason reason) {
        answer.undeliverable(reason);
    }
}
