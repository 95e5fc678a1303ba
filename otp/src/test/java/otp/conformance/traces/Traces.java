package otp.conformance.traces;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.processes.ProcessRun;

import tools.jackson.databind.JsonNode;

/** Scenarios of plain processes that are traced: {@code "family": "traces"}. */
public final class Traces implements Family {

    /** Creates the family. */
    public Traces() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        ProcessRun run = new ProcessRun(scenario.get("actors"), tracer, new Names(lane));
        return new TraceRun(run, tracer);
    }
}
