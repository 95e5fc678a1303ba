package otp.conformance.supervision;

import otp.ChildInfo;
import otp.DynamicSupervisor;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Performs steps at a dynamic supervisor.
 *
 * @param supervisor the supervisor
 * @param tree knows how to start its children
 */
record DynamicStep(Member.OfDynamic supervisor, Tree tree) {

    Object perform(JsonNode step) {
        var pid = supervisor.pid();
        return switch (step.get(0).asString()) {
            case "start_child" ->
                    DynamicSupervisor.startChild(
                            pid, tree.specification(step.get(2), supervisor.below()));
            case "terminate_child" -> terminate(step.get(2).asString());
            case "count" -> DynamicSupervisor.countChildren(pid);
            case "which" -> which();
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    private Object terminate(String id) {
        return tree.tracer()
                .atPath(supervisor.below().prefix() + id)
                .<Object>map(
                        child -> DynamicSupervisor.terminateChild(supervisor.pid(), child.pid()))
                .orElse("none");
    }

    /** Returns the children in the order of their references: a dynamic supervisor keeps none. */
    private Object which() {
        return DynamicSupervisor.whichChildren(supervisor.pid()).stream()
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
