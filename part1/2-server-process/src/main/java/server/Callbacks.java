package server;

/**
 * What makes one server different from another: what it keeps, and what it does with what it is
 * sent. Every callback runs in the server's process; one that throws ends the server.
 *
 * @param <S> the server's state, best an immutable value
 */
public interface Callbacks<S> {

    /** Returns the state that the server begins with. */
    S init();

    /** Handles a message that gets no answer, and returns the state from now on. */
    S handleCast(Object message, S state);

    /** Handles a question, and returns the answer together with the state from now on. */
    Reply<S> handleCall(Object question, S state);
}
