package otp.conformance.ends;

import otp.conformance.Family;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of moments around an end: {@code "family": "ends"}. */
public final class Moments implements Family {

    /** Creates the family. */
    public Moments() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new MomentRun();
    }
}
