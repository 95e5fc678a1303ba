package otp.conformance;

import tools.jackson.databind.JsonNode;

/** A kind of scenarios: how one is run. */
public interface Family {

    /**
     * Begins a scenario.
     *
     * @param scenario the scenario's line
     * @param tracer the tracer, fresh
     * @param lane tells the scenario from others that run at the same time
     */
    Run begin(JsonNode scenario, Tracer tracer, int lane);

    /** A scenario that runs, in one process. */
    interface Run {

        /** Does what comes before the first step; returns the result. */
        Object start();

        /** Performs a step; returns the result. */
        Object perform(JsonNode step);

        /** Notes what there is to note when nothing happens any more after a step. */
        default void settle() {}

        /** Does what comes after the last step; returns the result. */
        Object end();
    }
}
