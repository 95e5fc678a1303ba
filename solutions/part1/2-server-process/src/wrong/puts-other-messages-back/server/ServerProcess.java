package server;

import otp.Pid;
import otp.Processes;

import java.util.ArrayList;
import java.util.List;

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
        List<Object> others = new ArrayList<>();
        Object next = Processes.receive();
        while (!(next instanceof Answer)) {
            others.add(next);
            next = Processes.receive();
        }
        others.forEach(other -> Processes.send(Processes.self(), other));
        return ((Answer) next).value();
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
                state = serve(Processes.receive(Request.class), state, callbacks);
            }
        });
    }
}
