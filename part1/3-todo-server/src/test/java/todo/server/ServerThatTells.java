package todo.server;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;

/** Stands in for a to-do server: it tells the test what it is sent, and how that has come. */
final class ServerThatTells extends GenServer<TodoServer.Message, Pid<Object>> {

    record Told(Object message, boolean isRequest) {}

    private final Pid<Object> test;

    private ServerThatTells(Pid<Object> test) {
        this.test = test;
    }

    static Pid<TodoServer.Message> start(Pid<Object> test) {
        return start(() -> new ServerThatTells(test)).pid();
    }

    @Override
    protected Init<Pid<Object>> init() {
        return ok(test);
    }

    @Override
    protected Next<Pid<Object>> handle(TodoServer.Message message, Pid<Object> test) {
        Processes.send(test, new Told(message, true));
        return noreply(test);
    }

    @Override
    protected Next<Pid<Object>> handleInfo(Object message, Pid<Object> test) {
        Processes.send(test, new Told(message, false));
        return noreply(test);
    }
}
