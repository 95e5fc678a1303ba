package server;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

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
        send(server, new Request.Cast(message));
    }

    /** Asks a server something, and waits for its answer: for ever, if the server is dead. */
    public static Object call(Pid<Request> server, Object question) {
        Pid<Answer> client = self();
        send(server, new Request.Call(question, client));
        Answer answer = receive(Answer.class);
        return answer.value();
    }

    /** Serves one request, in the server's process, and returns the state for the next one. */
    static <S> S serve(Request request, S state, Callbacks<S> callbacks) {
        if (request instanceof Request.Cast cast) {
            return callbacks.handleCast(cast.message(), state);
        }
        Request.Call call = (Request.Call) request;
        Reply<S> reply = callbacks.handleCall(call.question(), state);
        send(call.client(), new Answer(reply.answer()));
        return reply.state();
    }

    /** Starts a server, and does not wait for its init. It serves until it crashes or is killed. */
    public static <S> Pid<Request> start(Callbacks<S> callbacks) {
        return spawn(new Loop<>(callbacks)::run);
    }
}
