package server;

import otp.Pid;
import otp.Processes;

/**
 * A process that keeps a state and serves requests one at a time. What the state is, and what a
 * request does with it, is for its {@link Callbacks} to say.
 *
 * <p>It stands on {@link Processes#spawn}, {@link Processes#send} and {@link Processes#receive}.
 */
public final class ServerProcess {

    private ServerProcess() {}

    /** Tells a server something, and does not wait. If it is dead, the message is lost. */
    public static void cast(Pid<Request> server, Object message) {
        // TODO 1: send the server a cast with the message.
        throw new UnsupportedOperationException("TODO 1: send the server a cast with the message.");
    }

    /** Asks a server something, and waits for its answer: for ever, if the server is dead. */
    public static Object call(Pid<Request> server, Object question) {
        // TODO 2: send the server a call that says who asks, and return the answer to it.
        throw new UnsupportedOperationException(
                "TODO 2: send the server a call that says who asks, and return the answer to it.");
    }

    /** Serves one request, in the server's process, and returns the state for the next one. */
    static <S> S serve(Request request, S state, Callbacks<S> callbacks) {
        // TODO 3: have the callbacks handle it; to a call, send the client the answer.
        throw new UnsupportedOperationException(
                "TODO 3: have the callbacks handle it; to a call, send the client the answer.");
    }

    /** Starts a server, and does not wait for its init. It serves until it crashes or is killed. */
    public static <S> Pid<Request> start(Callbacks<S> callbacks) {
        // TODO 4: a new process begins with init, and serves one request after the other.
        throw new UnsupportedOperationException(
                "TODO 4: a new process begins with init, and serves one request after the other.");
    }
}
