package otp;

/**
 * Who waits for the answer of a call; with it, any process may give the answer at any time.
 *
 * @param <R> the answer
 */
public final class From<R> {

    private final PendingCall call;

    From(PendingCall call) {
        this.call = call;
    }

    void answer(R answer) {
        call.answer(answer);
    }
}
