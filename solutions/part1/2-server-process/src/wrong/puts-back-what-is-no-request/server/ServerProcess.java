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
        return switch (request) {
            case Request.Cast(Object message) -> callbacks.handleCast(message, state);
            case Request.Call(Object question, Pid<Answer> client) -> {
                Reply<S> reply = callbacks.handleCall(question, state);
                Processes.send(client, new Answer(reply.answer()));
                yield reply.state();
            }
        };
    }

    /** Starts a server, and does not wait for its init. It serves until it crashes or is killed. */
    public static <S> Pid<Request> start(Callbacks<S> callbacks) {
        return Processes.spawn(() -> {
            S state = callbacks.init();
            while (true) {
                Object message = Processes.receive();
                if (message instanceof Request request) {
                    state = serve(request, state, callbacks);
                } else {
                    Processes.send(Processes.<Object>self(), message);
                }
            }
        });
    }
}
