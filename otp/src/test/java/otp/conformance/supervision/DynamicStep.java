package otp.conformance.supervision;

import otp.DynamicSupervisor;
import otp.ServerRef;
import otp.Supervisor.ChildInfo;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Performs steps at a dynamic supervisor.
 *
 * @param supervisor the supervisor, or a name that it has
 * @param below the place of its children
 * @param tree knows how to start its children
 */
record DynamicStep(ServerRef<DynamicSupervisor.Message> supervisor, Place.Above below, Tree tree) {

    Object perform(JsonNode step) {
        return switch (step.get(0).asString()) {
            case "start_child" ->
                    DynamicSupervisor.startChild(
                            supervisor, tree.specification(step.get(2), below));
            case "terminate_child" -> terminate(step.get(2).asString());
            case "terminate_process" -> terminateProcess(step.get(2).asString());
            case "count" -> DynamicSupervisor.countChildren(supervisor);
            case "which" -> which();
            default -> "none"; // The step is for another kind of process, which was here before.
        };
    }

    private Object terminate(String id) {
        return tree.tracer()
                .atPath(below.prefix() + id)
                .<Object>map(child -> DynamicSupervisor.terminateChild(supervisor, child.pid()))
                .orElse("none");
    }

    /** Terminates a process that may be no child, or not any more. */
    private Object terminateProcess(String reference) {
        return tree.tracer()
                .withReference(reference)
                .<Object>map(process -> DynamicSupervisor.terminateChild(supervisor, process))
                .orElse("none");
    }

    /** Returns the children in the order of their references: a dynamic supervisor keeps none. */
    private Object which() {
        return DynamicSupervisor.whichChildren(supervisor).stream()
                .map(this::toTerms)
                .sorted(Comparator.comparing(child -> (String) child.getFirst()))
                .toList();
    }

    private List<Object> toTerms(ChildInfo child) {
        return List.of(
                tree.tracer().shown(SupervisorStep.process(child)),
                child.type().name().toLowerCase(Locale.ROOT));
    }
}
