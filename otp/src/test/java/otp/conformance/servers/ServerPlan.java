package otp.conformance.servers;

import otp.Name;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * How a server behaves.
 *
 * @param name the local name, if it has one
 * @param isLinked whether it is linked to the client that starts it
 * @param trapsExits whether it traps exits
 * @param outcome what its init does
 * @param failsToTerminate whether its terminate throws
 */
record ServerPlan(
        Optional<Name<Object>> name,
        boolean isLinked,
        boolean trapsExits,
        String outcome,
        boolean failsToTerminate) {

    static ServerPlan of(JsonNode json, int lane) {
        return new ServerPlan(
                json.optional("name").map(name -> name(name, lane)),
                json.path("link").asBoolean(false),
                json.path("trap").asBoolean(false),
                json.path("init").asString("ok"),
                json.path("goodbye").asString("").equals("raise"));
    }

    static Name<Object> name(JsonNode name, int lane) {
        return new Name<>(name.asString() + " of lane " + lane);
    }
}
