package otp.conformance.supervision;

import otp.Cast;
import otp.ExitReason;
import otp.GenServer;
import otp.ServerRef;
import otp.conformance.Terms;

import tools.jackson.databind.JsonNode;

/**
 * Performs steps at a worker.
 *
 * @param worker the worker, or a name that it has, or that nobody has
 */
record WorkerStep(ServerRef<Worker.Message> worker) {

    Object perform(JsonNode step) {
        return switch (step.get(0).asString()) {
            case "who", "who_is" -> GenServer.call(worker, new Worker.Who());
            case "ask_to_stop" -> GenServer.call(worker, new Worker.AskToStop(reasonIn(step)));
            case "tell_to_stop" -> tell(new Worker.TellToStop(reasonIn(step)));
            case "tell_to_call" -> tell(new Worker.TellToCall(reasonIn(step)));
            case "tell_to_exit" -> tell(new Worker.TellToExit(reasonIn(step)));
            case "tell_to_raise" -> tell(new Worker.TellToRaise(step.get(2).asString()));
            default -> "none"; // The step is for the supervisor whose place the worker has taken.
        };
    }

    private static ExitReason reasonIn(JsonNode step) {
        return Terms.reason(step.get(2));
    }

    private <C extends Worker.Message & Cast> String tell(C message) {
        GenServer.cast(worker, message);
        return "ok";
    }
}
