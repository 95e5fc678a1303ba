package otp;

import otp.Application.Message;
import otp.Supervisor.ChildInfo.Status;

import java.util.function.Supplier;

/** The process of an application, with the supervisor at the top of its tree as its only child. */
final class ApplicationServer extends GenServer<Message, Child> {

    record Top() implements Message, Call<Pid<Supervisor.Message>> {}

    private final ProcessName<Message> name;
    private final Supplier<Start<Supervisor.Message>> tree;

    ApplicationServer(ProcessName<Message> name, Supplier<Start<Supervisor.Message>> tree) {
        this.name = name;
        this.tree = tree;
    }

    @Override
    String label() {
        return "Application";
    }

    @Override
    Object visible(Child top) {
        return top.info();
    }

    @Override
    protected Init<Child> init() {
        Processes.trapExits(true);
        Child top = new Child(ChildSpec.supervisor(name, tree));
        return switch (top.startOrReport()) {
            case Start.Ok<?> _ -> ok(top);
            case Start.Failed<?>(ExitReason reason) -> stop(reason);
            case Start.AlreadyStarted<?> other -> stop(ExitReason.of(other));
            case Start.Ignore<?> other -> stop(ExitReason.of(other));
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Next<Child> handle(Message message, Child top) {
        return switch (message) {
            case Top request -> reply(request, (Pid<Supervisor.Message>) top.pid(), top);
        };
    }

    @Override
    protected Next<Child> handleInfo(Object message, Child top) {
        return switch (message) {
            case ExitMessage(Pid<?> from, ExitReason reason) when from == top.pid() ->
                    ended(reason, top);
            case ExitMessage _ -> noreply(top);
            case null, default -> super.handleInfo(message, top);
        };
    }

    private Next<Child> ended(ExitReason reason, Child top) {
        Log.error(() -> "Application " + name + " has ended: " + reason);
        top.stop();
        return stop(reason, top);
    }

    @Override
    protected void terminate(ExitReason reason, Child top) {
        if (top.status() == Status.RUNNING) {
            ChildTermination.of(top);
        }
    }
}
