package otp.conformance.servers;

import otp.Exit;
import otp.Processes;
import otp.conformance.Event;
import otp.conformance.Group;
import otp.conformance.Quiet;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A client: what it does is done in its own process, and the outcome is an event.
 *
 * @param actor its process
 * @param tracer who is told of the outcome
 */
record Client(Actor.Living actor, Tracer tracer) {

    /** Has the client do something; blocks until that is done. */
    Object perform(Supplier<Object> action) {
        int number = tracer.nextRequest();
        begin(action, () -> tracer.settle(number));
        until(() -> isSettled(number));
        return "ok";
    }

    /** Has the client begin something, which will say itself when it is at rest. */
    void begin(Supplier<Object> action, Runnable afterwards) {
        Actor.tell(
                actor.pid(),
                () -> {
                    Object outcome = outcomeOf(action);
                    Group group = new Group(actor.reference(), true);
                    tracer.note(Event.of(group, "called", actor.reference(), outcome));
                    afterwards.run();
                });
    }

    private static Object outcomeOf(Supplier<Object> action) {
        try {
            return action.get();
        } catch (Exit exit) {
            return List.of("exit", Terms.reasonOf(exit));
        }
    }

    /** Says that the client waits until a server that is held or suspended takes its message. */
    void awaitInQueueOf(LivingServer server) {
        if (tracer.isSuspended(server.reference())) {
            tracer.awaitResumption(actor.reference(), server.reference());
        } else {
            tracer.awaitInQueue(actor.reference(), server.reference());
        }
    }

    boolean isSettled(int request) {
        return tracer.isSettled(request) || !Processes.isAlive(actor.pid());
    }

    /** Waits until a server has gone on with all that it was told to go on with. */
    static void awaitRest(Tracer tracer, String server) {
        until(() -> !tracer.isBusy(server));
    }

    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Quiet.pause();
        }
    }
}
