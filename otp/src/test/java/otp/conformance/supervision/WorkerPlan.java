package otp.conformance.supervision;

import otp.ProcessName;
import otp.conformance.Names;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * How a worker behaves.
 *
 * @param name the name, if it has one
 * @param trapsExits whether it traps exits
 * @param hangs whether it never ends when it is to shut down
 * @param outcomes what comes of its starts, one after the other; {@code *} repeats the last for
 *     ever, and all starts that are not listed go well
 */
record WorkerPlan(
        Optional<ProcessName<Worker.Message>> name,
        boolean trapsExits,
        boolean hangs,
        List<String> outcomes) {

    static WorkerPlan of(JsonNode json, Names names) {
        return new WorkerPlan(
                json.optional("name").map(name -> names.read(name)),
                json.path("trap").asBoolean(false),
                json.path("hangs").asBoolean(false),
                json.path("init").valueStream().map(JsonNode::asString).toList());
    }

    String outcomeOf(String reference) {
        int start = Integer.parseInt(reference.substring(reference.indexOf('#') + 1));
        if (start <= outcomes.size() && !outcomes.get(start - 1).equals("*")) {
            return outcomes.get(start - 1);
        }
        boolean repeats = !outcomes.isEmpty() && outcomes.getLast().equals("*");
        return repeats ? outcomes.get(outcomes.size() - 2) : "ok";
    }
}
