package otp.conformance.servers;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of servers and their clients: {@code "family": "servers"}. */
public final class Servers implements Family {

    /** Creates the family. */
    public Servers() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new ServerRun(scenario.get("actors"), tracer, new Names(lane));
    }
}
