package otp.conformance.processes;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of plain processes: {@code "family": "processes"}. */
public final class PlainProcesses implements Family {

    /** Creates the family. */
    public PlainProcesses() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new ProcessRun(scenario.get("actors"), tracer, new Names(lane));
    }
}
