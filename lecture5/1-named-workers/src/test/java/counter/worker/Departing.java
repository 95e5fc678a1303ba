package counter.worker;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;

/**
 * Stands in for a worker that ends before it has answered, when another process has its name
 * already.
 */
final class Departing extends GenServer<Worker.Message, Void> {

    private final String name;
    private final Pid<Worker.Message> successor;

    private Departing(String name, Pid<Worker.Message> successor) {
        this.name = name;
        this.successor = successor;
    }

    /** Starts a worker that ends with a reason as soon as it gets a message. */
    static void startLink(String name, Pid<Worker.Message> successor) {
        startLink(() -> new Departing(name, successor), Worker.nameOf(name)).pid();
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Worker.Message message, Void state) {
        Processes.unregister(Worker.nameOf(name));
        Processes.register(successor, Worker.nameOf(name));
        return stop(ExitReason.of("departed"), state);
    }
}
