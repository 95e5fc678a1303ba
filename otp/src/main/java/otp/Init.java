package otp;

/**
 * What a server's {@link GenServer#init} decides; made by {@link GenServer#ok}, {@link
 * GenServer#stop} and {@link GenServer#ignore}.
 *
 * @param <S> the server's state
 */
public sealed interface Init<S> {

    /**
     * The server runs.
     *
     * @param state the state that it begins with
     * @param action what to do before the first message
     */
    record Ok<S>(S state, Action action) implements Init<S> {}

    /**
     * The server cannot run.
     *
     * @param reason why it ends
     */
    record Stop<S>(ExitReason reason) implements Init<S> {}

    /** The server need not run, and that is no failure. */
    record Ignore<S>() implements Init<S> {}
}
