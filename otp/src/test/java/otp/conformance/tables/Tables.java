package otp.conformance.tables;

import otp.conformance.Family;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of ETS tables: {@code "family": "tables"}. */
public final class Tables implements Family {

    /** Creates the family. */
    public Tables() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new TableRun(scenario.get("actors"), tracer, lane);
    }
}
