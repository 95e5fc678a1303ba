package otp.conformance.servers;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/**
 * Scenarios of servers and their clients.
 *
 * @param areAskedByOrders whether an order of {@link otp.Sys} asks a server if it is at rest: one
 *     that is suspended answers nothing else, and no timeout is disturbed
 */
public record Servers(boolean areAskedByOrders) implements Family {

    /** {@code "family": "servers"}, and {@code "timeouts"}. */
    public static Servers askedByCalls() {
        return new Servers(false);
    }

    /** {@code "family": "sys"}. */
    public static Servers askedByOrders() {
        return new Servers(true);
    }

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new ServerRun(scenario.get("actors"), tracer, new Names(lane), areAskedByOrders);
    }
}
