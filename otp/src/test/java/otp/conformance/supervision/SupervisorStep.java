package otp.conformance.supervision;

import otp.ChildInfo;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;

/**
 * Performs steps at a supervisor.
 *
 * @param supervisor the supervisor
 * @param tree knows how to start its children
 */
record SupervisorStep(Member.OfSupervisor supervisor, Tree tree) {

    Object perform(JsonNode step) {
        var pid = supervisor.pid();
        return switch (step.get(0).asString()) {
            case "start_child" ->
                    Supervisor.startChild(pid, tree.specification(step.get(2), supervisor.below()));
            case "terminate_child" -> Supervisor.terminateChild(pid, step.get(2).asString());
            case "restart_child" -> Supervisor.restartChild(pid, step.get(2).asString());
            case "delete_child" -> Supervisor.deleteChild(pid, step.get(2).asString());
            case "count" -> Supervisor.countChildren(pid);
            case "which" ->
                    Supervisor.whichChildren(pid).stream().map(SupervisorStep::toTerms).toList();
            case String other -> throw new IllegalArgumentException("no such step: " + other);
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
