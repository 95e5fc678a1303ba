package otp.conformance.tasks;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of actors that own tasks, and use an agent: {@code "family": "tasks"}. */
public final class Tasks implements Family {

    /** Creates the family. */
    public Tasks() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new TaskRun(scenario.get("actors"), tracer, new Names(lane));
    }
}
