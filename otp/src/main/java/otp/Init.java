package otp;

import java.util.Objects;

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
    record Ok<S>(S state, Action action) implements Init<S> {

        /** Creates the decision to run. */
        public Ok {
            Objects.requireNonNull(action, "what a server does next cannot be null");
        }
    }

    /**
     * The server cannot run.
     *
     * @param reason why it ends
     */
    record Stop<S>(ExitReason reason) implements Init<S> {

        /** Creates the decision not to run. */
        public Stop {
            Objects.requireNonNull(reason, "a server ends for a reason, which cannot be null");
        }
    }

    /** The server need not run, and that is no failure. */
    record Ignore<S>() implements Init<S> {}
}
