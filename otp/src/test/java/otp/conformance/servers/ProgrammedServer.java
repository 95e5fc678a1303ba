package otp.conformance.servers;

import otp.Exit;
import otp.GenServer;
import otp.Next;
import otp.Timeout;
import otp.conformance.Event;
import otp.conformance.Group;
import otp.conformance.Terms;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** A server that can be told what to go on with when no message comes: a {@link Program}. */
abstract class ProgrammedServer extends GenServer<Object, Standing> {

    final String reference;
    final Tracer tracer;

    ProgrammedServer(String reference, Tracer tracer) {
        this.reference = reference;
        this.tracer = tracer;
    }

    @Override
    protected final Next<Standing> handleContinue(Object argument, Standing state) {
        return goOn("continue", state);
    }

    @Override
    protected final Next<Standing> handleInfo(Object message, Standing state) {
        return message instanceof Timeout
                ? goOn("timeout", state)
                : take(message, disturbed(state));
    }

    /** Handles what is neither called nor cast, nor a timeout. */
    abstract Next<Standing> take(Object message, Standing state);

    /** Answers the calls whose answer was put off. */
    final Standing answered(Standing state) {
        for (Standing.Deferred call : state.deferred()) {
            tracer.awaitNoMore(call.caller(), reference);
            reply(call.from(), List.of("late", call.number()));
        }
        return state.withoutDeferred();
    }

    /** Ends the server, one way or another. */
    static Next<Standing> end(JsonNode what, Standing state) {
        return switch (what.get(0).asString()) {
            case "stop" -> stop(Terms.reason(what.get(1)), state);
            case "raise" -> throw new IllegalStateException(what.get(1).asString());
            case "exit" -> throw new Exit(Terms.reason(what.get(1)));
            case String other -> throw new IllegalArgumentException("no such request: " + other);
        };
    }

    /** Notes that a message came before the timeout. */
    final Standing disturbed(Standing state) {
        if (state.left() != null) {
            note("disturbed");
        }
        return state.withLeft(null);
    }

    /**
     * Begins a program, whose first action the callback returns; returns the state with the rest.
     */
    final Standing begun(Program program, Standing state) {
        if (program.waitsLong()) {
            tracer.rest(reference);
        }
        return state.withLeft(program.rest());
    }

    /** Goes on when nothing came before the timeout, or with a continue. */
    private Next<Standing> goOn(String kind, Standing state) {
        note(kind);
        return perform(state.left(), state.withLeft(null));
    }

    private Next<Standing> perform(Program program, Standing state) {
        if (program.isEmpty()) {
            tracer.rest(reference);
            return noreply(state);
        }
        return switch (program.first()) {
            case "answer" -> perform(program.rest(), answered(state));
            case "timeout", "continue" -> noreply(begun(program, state), program.action());
            default -> {
                tracer.rest(reference);
                yield end(program.json(), state);
            }
        };
    }

    final void note(String kind, Object... details) {
        tracer.note(Event.of(new Group(reference, true), kind, reference, details));
    }
}
