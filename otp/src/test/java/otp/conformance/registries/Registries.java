package otp.conformance.registries;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.processes.ProcessRun;
import otp.conformance.supervision.TreeRun;

import tools.jackson.databind.JsonNode;

/** Scenarios of registries and those who are in them: {@code "family": "registry"}. */
public final class Registries implements Family {

    /** Creates the family. */
    public Registries() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        Names names = new Names(lane);
        return new RegistryRun(
                scenario,
                new Entries(tracer, names),
                new ProcessRun(scenario.get("actors"), tracer, names),
                new TreeRun(scenario, tracer, names));
    }
}
