package otp.conformance.supervision;

import otp.Call;
import otp.Cast;
import otp.Exit;
import otp.ExitMessage;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.conformance.Event;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

/** A worker that begins as its plan says, and ends when it is told to. */
final class Worker extends GenServer<Worker.Message, Worker.Running> {

    sealed interface Message {}

    record Who() implements Message, Call<String> {}

    record AskToStop(ExitReason reason) implements Message, Call<String> {}

    record TellToStop(ExitReason reason) implements Message, Cast {}

    record TellToExit(ExitReason reason) implements Message, Cast {}

    /** Has the worker call a server that stops for the reason, and gives no answer. */
    record TellToCall(ExitReason reason) implements Message, Cast {}

    record TellToRaise(String message) implements Message, Cast {}

    /** The state: there is nothing to remember. */
    record Running() {}

    private final WorkerPlan plan;
    private final Place place;
    private final Tracer tracer;

    Worker(WorkerPlan plan, Place place, Tracer tracer) {
        this.plan = plan;
        this.place = place;
        this.tracer = tracer;
    }

    @Override
    protected Init<Running> init() {
        Processes.trapExits(plan.trapsExits());
        tracer.watch(new Member.OfWorker(place.reference(), Processes.self()));
        return switch (plan.outcomeOf(place.reference())) {
            case "ok" -> ok(new Running());
            case "ignore" -> ignore();
            case "stop" -> stop(ExitReason.of("no_use"));
            case "shutdown" -> stop(ExitReason.SHUTDOWN);
            case "raise" -> throw new IllegalStateException("no start");
            case "exit" -> throw new Exit(ExitReason.of("gone"));
            case String other -> throw new IllegalArgumentException("no such outcome: " + other);
        };
    }

    @Override
    protected Next<Running> handle(Message message, Running state) {
        return switch (message) {
            case Who who -> reply(who, place.reference(), state);
            case AskToStop request -> {
                reply(from(request), "stopping");
                yield stop(request.reason(), state);
            }
            case TellToStop(ExitReason reason) -> stop(reason, state);
            case TellToExit(ExitReason reason) -> throw new Exit(reason);
            case TellToCall(ExitReason reason) -> {
                GenServer.call(GenServer.start(Callee::new).pid(), new Callee.Stop(reason));
                yield noreply(state);
            }
            case TellToRaise(String text) -> throw new IllegalStateException(text);
        };
    }

    @Override
    protected Next<Running> handleInfo(Object message, Running state) {
        tracer.note(
                switch (message) {
                    case ExitMessage(_, ExitReason reason) ->
                            Event.info(place.above().group(), place.reference(), reason);
                    case Actor.Text(Pid<?> from, String text) ->
                            Event.of(
                                    place.above().group(),
                                    "got",
                                    place.reference(),
                                    "message",
                                    from,
                                    text);
                    default -> throw new IllegalArgumentException("unexpected: " + message);
                });
        return noreply(state);
    }

    @Override
    protected void terminate(ExitReason reason, Running state) {
        if (plan.hangs() && reason.equals(ExitReason.SHUTDOWN)) {
            Processes.receive(Void.class);
        }
        tracer.note(Event.terminate(place.above().group(), place.reference(), reason));
    }
}
