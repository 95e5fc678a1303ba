package otp.conformance.servers;

import otp.Action;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * What a server goes on with after a callback, without a message: see CONFORMANCE.md.
 *
 * @param json the program; an empty array is nothing more to do
 */
record Program(JsonNode json) {

    /** So long a timeout never passes: the next message ends it. */
    private static final int LONG_MILLIS = 1000;

    boolean isEmpty() {
        return json.isEmpty();
    }

    String first() {
        return json.get(0).asString();
    }

    /** Returns what comes after the first. */
    Program rest() {
        return new Program(json.get(json.size() - 1));
    }

    boolean waitsLong() {
        return first().equals("timeout") && millis() >= LONG_MILLIS;
    }

    private int millis() {
        return json.get(1).asInt();
    }

    /** Returns what the server does between two callbacks, if that is what comes first. */
    Action action() {
        return switch (first()) {
            case "timeout" -> new Action.AwaitFor(Duration.ofMillis(millis()));
            case "continue" -> new Action.Continue(rest());
            case String other -> throw new IllegalArgumentException("no such action: " + other);
        };
    }
}
