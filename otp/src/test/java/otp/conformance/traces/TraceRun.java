package otp.conformance.traces;

import otp.Name;
import otp.Pid;
import otp.ProcessEvent;
import otp.ProcessEvent.Ended;
import otp.ProcessEvent.Linked;
import otp.ProcessEvent.Registered;
import otp.ProcessEvent.Started;
import otp.ProcessEvent.Unlinked;
import otp.ProcessEvent.Unregistered;
import otp.ProcessName;
import otp.Trace;
import otp.TraceEvent;
import otp.TraceKind;
import otp.TraceOptions;
import otp.conformance.Event;
import otp.conformance.Family;
import otp.conformance.Group;
import otp.conformance.Tracer;
import otp.conformance.processes.ProcessRun;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** A scenario of plain processes that runs, and is traced. */
final class TraceRun implements Family.Run {

    private static final TraceOptions OPTIONS =
            TraceOptions.DEFAULTS
                    .only(TraceKind.PROCESSES, TraceKind.LINKS, TraceKind.NAMES)
                    .of()
                    .withSpawned();

    private final ProcessRun run;
    private final Tracer tracer;
    private Trace trace;

    TraceRun(ProcessRun run, Tracer tracer) {
        this.run = run;
        this.tracer = tracer;
    }

    @Override
    public Object start() {
        Object result = run.start();
        trace = Trace.start(OPTIONS);
        tracer.living().forEach(process -> trace.include(process.pid()));
        return result;
    }

    @Override
    public Object perform(JsonNode step) {
        return run.perform(step);
    }

    @Override
    public Object end() {
        return run.end();
    }

    /** Notes what has been traced since the last step. */
    @Override
    public void settle() {
        trace.take(Duration.ZERO).stream().map(TraceEvent::what).forEach(this::note);
    }

    private void note(TraceEvent.What what) {
        switch ((ProcessEvent) what) {
            case Started(Pid<?> process, var parent, _) ->
                    note(parent.orElseThrow(), "spawn", process);
            case Ended(Pid<?> process, var reason) -> note(process, "exit", reason);
            case Linked(Pid<?> process, Pid<?> other) -> note(process, "link", other);
            case Unlinked(Pid<?> process, Pid<?> other) -> note(process, "unlink", other);
            case Registered(Pid<?> process, ProcessName<?> name) ->
                    note(process, "register", shown(name));
            case Unregistered(Pid<?> process, ProcessName<?> name) ->
                    note(process, "unregister", shown(name));
            default -> throw new IllegalArgumentException("not asked for: " + what);
        }
    }

    private static String shown(ProcessName<?> name) {
        return name instanceof Name<?>(String text) ? text.split(" ")[0] : name.toString();
    }

    private void note(Pid<?> process, String kind, Object detail) {
        String reference = (String) tracer.shown(process);
        Group group = new Group("trace of " + reference, true);
        tracer.note(Event.of(group, kind, reference, detail));
    }
}
