package otp.conformance.servers;

import otp.ExitReason;
import otp.Name;
import otp.conformance.Names;
import otp.conformance.Terms;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * How a server behaves.
 *
 * @param name the local name, if it has one
 * @param isLinked whether it is linked to the client that starts it
 * @param trapsExits whether it traps exits
 * @param init what its init does: its outcome, and perhaps what goes with it
 * @param failsToTerminate whether its terminate throws
 */
record ServerPlan(
        Optional<Name<Object>> name,
        boolean isLinked,
        boolean trapsExits,
        JsonNode init,
        boolean failsToTerminate) {

    static ServerPlan of(JsonNode json, Names names) {
        return new ServerPlan(
                json.optional("name").map(name -> names.local(name.asString())),
                json.path("link").asBoolean(false),
                json.path("trap").asBoolean(false),
                json.path("init"),
                json.path("goodbye").asString("").equals("raise"));
    }

    /** Tells whether the init never comes to an end. */
    boolean hangs() {
        return outcome().equals("hang");
    }

    /** Returns what the init comes to. */
    String outcome() {
        return (init.isArray() ? init.get(0) : init).asString("ok");
    }

    /** Returns the reason with which the init fails. */
    ExitReason reasonOr(String usual) {
        return init.isArray() ? Terms.reason(init.get(1)) : ExitReason.of(usual);
    }

    /** Returns what the server goes on with after its init. */
    Program program() {
        return new Program(init.get(1));
    }
}
