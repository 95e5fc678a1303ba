package otp.conformance.supervision;

import otp.ServerRef;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;

/**
 * Performs steps at a supervisor.
 *
 * @param supervisor the supervisor, or a name that it has
 * @param below the place of its children
 * @param tree knows how to start its children
 */
record SupervisorStep(ServerRef<Supervisor.Message> supervisor, Place.Above below, Tree tree) {

    Object perform(JsonNode step) {
        return switch (step.get(0).asString()) {
            case "start_child" ->
                    Supervisor.startChild(supervisor, tree.specification(step.get(2), below));
            case "terminate_child" -> Supervisor.terminateChild(supervisor, step.get(2).asString());
            case "restart_child" -> Supervisor.restartChild(supervisor, step.get(2).asString());
            case "delete_child" -> Supervisor.deleteChild(supervisor, step.get(2).asString());
            case "count" -> Supervisor.countChildren(supervisor);
            case "which" ->
                    Supervisor.whichChildren(supervisor).stream()
                            .map(SupervisorStep::toTerms)
                            .toList();
            default -> "none"; // The step is for another kind of process, which was here before.
        };
    }

    private static List<Object> toTerms(ChildInfo child) {
        return List.of(child.id(), process(child), child.type().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the process of a child, or what Erlang says in its place. */
    static Object process(ChildInfo child) {
        return switch (child.status()) {
            case RUNNING -> child.pid().orElseThrow();
            case RESTARTING -> "restarting";
            case STOPPED -> "undefined";
        };
    }
}
