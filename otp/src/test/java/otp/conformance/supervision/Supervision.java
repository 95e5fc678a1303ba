package otp.conformance.supervision;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of a supervision tree: {@code "family": "supervision"}. */
public final class Supervision implements Family {

    /** Creates the family. */
    public Supervision() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new TreeRun(scenario, tracer, new Names(lane));
    }
}
