package otp;

/**
 * Who waits for the answer of a call; with it, any process may give the answer at any time.
 *
 * <p>A server that puts off calls of several kinds keeps each as a {@code From<?>}. The compiler
 * does not know then what the answer has to be, but the request does:
 *
 * {@snippet :
 * for (From<?> waiting : queue) {
 *     switch (waiting.request()) {
 *         case Take take -> waiting.reply(take, items.removeFirst());
 *         case Size size -> waiting.reply(size, items.size());
 *         default -> throw new IllegalStateException("not put off: " + waiting);
 *     }
 * }
 * }
 *
 * @param <R> the answer
 */
public final class From<R> {

    private final PendingCall call;
    private final Call<R> request;

    From(PendingCall call, Call<R> request) {
        this.call = call;
        this.request = request;
    }

    /** Returns the request that waits for its answer. */
    public Call<R> request() {
        return request;
    }

    /**
     * Returns the process that waits, so that a server can monitor its client. A thread that is no
     * process becomes one.
     */
    public Pid<?> pid() {
        ProcessTable.checkCaller();
        return call.caller();
    }

    /**
     * Gives the answer, as {@link GenServer#reply(From, Object)} does, of the type that the request
     * asks for.
     *
     * @param asked the {@link #request} of this call
     * @throws IllegalArgumentException if it is that of another call
     */
    public <Q> void reply(Call<Q> asked, Q answer) {
        ProcessTable.checkCaller();
        if (asked != request) {
            throw new IllegalArgumentException(
                    "%s is not the request that waits here, which is %s"
                            .formatted(Printed.of(asked), Printed.of(request)));
        }
        call.answer(answer);
    }

    void answer(R answer) {
        call.answer(answer);
    }

    @Override
    public String toString() {
        return "From[" + Printed.of(request) + "]";
    }
}
