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
        // Task 1: send the server a cast with the message.
        Processes.send(server, new Request.Cast(message));
        // End of task 1.
    }

    /** Asks a server something, and waits for its answer: for ever, if the server is dead. */
    public static Object call(Pid<Request> server, Object question) {
        // Task 2: send the server a call that says who asks, and return the answer to it.
        Processes.send(server, new Request.Call(question, Processes.self()));
        Object value = Processes.receive(Answer.class).value();
        if (value instanceof RuntimeException failure) {
            throw failure;
        }
        return value;
        // End of task 2.
    }

    /** Serves one request, in the server's process, and returns the state for the next one. */
    static <S> S serve(Request request, S state, Callbacks<S> callbacks) {
        // Task 3: have the callbacks handle it; to a call, send the client the answer.
        return switch (request) {
            case Request.Cast(Object message) -> callbacks.handleCast(message, state);
            case Request.Call(Object question, Pid<Answer> client) -> {
                Reply<S> reply = callbacks.handleCall(question, state);
                Processes.send(client, new Answer(reply.answer()));
                yield reply.state();
            }
        };
        // End of task 3.
    }

    /** Starts a server, and does not wait for its init. It serves until it crashes or is killed. */
    public static <S> Pid<Request> start(Callbacks<S> callbacks) {
        // Task 4: a new process begins with init, and serves one request after the other.
        return Processes.spawn(() -> {
            S state = callbacks.init();
            while (true) {
                state = serve(Processes.receive(Request.class), state, callbacks);
            }
        });
        // End of task 4.
    }
}
