package todo;

import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;

/**
 * Stands in for a server: it tells the test what it is sent, and whether it came as a request.
 *
 * @param <M> the messages that it takes for requests
 */
public final class ServerThatTells<M> extends GenServer<M, Pid<Object>> {

    /**
     * What the test is told.
     *
     * @param message what was sent to the server
     * @param isRequest whether it came to handle, and not to handleInfo
     */
    public record Told(Object message, boolean isRequest) {}

    private final Pid<Object> test;

    private ServerThatTells(Pid<Object> test) {
        this.test = test;
    }

    /** Starts the server without a name. */
    public static <M> Pid<M> start(Pid<Object> test) {
        return GenServer.start(() -> new ServerThatTells<M>(test)).pid();
    }

    /** Starts the server under a name. */
    public static <M> Pid<M> start(Pid<Object> test, Name<M> name) {
        return GenServer.start(() -> new ServerThatTells<M>(test), name).pid();
    }

    @Override
    protected Init<Pid<Object>> init() {
        return ok(test);
    }

    @Override
    protected Next<Pid<Object>> handle(M message, Pid<Object> test) {
        Processes.send(test, new Told(message, true));
        return noreply(test);
    }

    @Override
    protected Next<Pid<Object>> handleInfo(Object message, Pid<Object> test) {
        Processes.send(test, new Told(message, false));
        return noreply(test);
    }
}
