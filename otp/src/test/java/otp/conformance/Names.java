package otp.conformance;

import otp.Name;
import otp.ProcessName;
import otp.Registry;
import otp.Via;

import tools.jackson.databind.JsonNode;

/**
 * The names of a scenario.
 *
 * @param lane tells them from those of scenarios that run at the same time
 */
public record Names(int lane) {

    /** Returns a local name. */
    public <M> Name<M> local(String name) {
        return new Name<>(name + " of lane " + lane);
    }

    /** Returns a registry, which need not run. */
    public <M> Registry<M, JsonNode> registry(String id) {
        return new Registry<>(id + " of lane " + lane);
    }

    /** Reads a name: a text, {@code ["name", text]} or {@code ["via", registry, key]}. */
    public <M> ProcessName<M> read(JsonNode json) {
        return isVia(json)
                ? readVia(json)
                : local((json.isArray() ? json.get(1) : json).asString());
    }

    /** Reads the key of a registry as a name: {@code ["via", registry, key]}. */
    public <M> Via<M> readVia(JsonNode json) {
        return this.<M>registry(json.get(1).asString()).via(json.get(2).asString());
    }

    /** Tells whether a name is the key of a registry. */
    public static boolean isVia(JsonNode json) {
        return json.path(0).asString("").equals("via");
    }
}
