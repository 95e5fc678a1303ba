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
        Processes.send(server, new Request.Cast(message));
    }

    /** Asks a server something, and waits for its answer: for ever, if the server is dead. */
    public static Object call(Pid<Request> server, Object question) {
        Processes.send(server, new Request.Call(question, Processes.self()));
        return Processes.receive(Answer.class).value();
    }

    /** Serves one request, in the server's process, and returns the state for the next one. */
    static <S> S serve(Request request, S state, Callbacks<S> callbacks) {
        if (request instanceof Request.Cast told) {
            return callbacks.handleCast(told.message(), state);
        }
        var asked = (Request.Call) request;
        Reply<S> reply = callbacks.handleCall(asked.question(), state);
        S next = reply.state();
        Processes.send(asked.client(), new Answer(reply.answer()));
        return next;
    }

    /** Starts a server, and does not wait for its init. It serves until it crashes or is killed. */
    public static <S> Pid<Request> start(Callbacks<S> callbacks) {
        return Processes.spawn(() -> {
            S state = callbacks.init();
            for (; ; ) {
                Object request = Processes.receive(Object.class, Request.class::isInstance);
                state = serve((Request) request, state, callbacks);
            }
        });
    }
}
