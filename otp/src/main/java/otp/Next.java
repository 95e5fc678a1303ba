package otp;

import java.util.Objects;

/**
 * What a server does after a message; made by {@link GenServer#reply}, {@link GenServer#noreply}
 * and {@link GenServer#stop}.
 *
 * @param <S> the server's state
 */
public sealed interface Next<S> {

    /**
     * Answers the call that is being handled, and goes on.
     *
     * @param request the call
     * @param answer its answer
     * @param state the state to go on with
     * @param action what to do before the next message
     */
    record Reply<S>(Call<?> request, Object answer, S state, Action action) implements Next<S> {

        /** Creates what a callback returns; a mistake is found where it is made. */
        public Reply {
            Objects.requireNonNull(action, "what a server does next cannot be null");
        }
    }

    /**
     * Goes on without an answer.
     *
     * @param state the state to go on with
     * @param action what to do before the next message
     */
    record NoReply<S>(S state, Action action) implements Next<S> {

        /** Creates what a callback returns; a mistake is found where it is made. */
        public NoReply {
            Objects.requireNonNull(action, "what a server does next cannot be null");
        }
    }

    /**
     * Ends the server, after {@link GenServer#terminate}. A call that is being handled fails with
     * the reason.
     *
     * @param reason why it ends
     * @param state the last state
     */
    record Stop<S>(ExitReason reason, S state) implements Next<S> {

        /** Creates what a callback returns; a mistake is found where it is made. */
        public Stop {
            Objects.requireNonNull(reason, "a server ends for a reason, which cannot be null");
        }
    }
}
