package otp.conformance.supervision;

import otp.Pid;
import otp.Via;
import otp.conformance.Terms;
import otp.conformance.Watched;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * Performs a step at whoever has a key of a registry as its name.
 *
 * @param name the key
 * @param tree where workers and supervisors are
 */
record NamedStep(Via<Worker.Message> name, Tree tree) {

    Object perform(JsonNode step) {
        try {
            return holder().map(holder -> perform(step, holder))
                    .orElseGet(() -> performAtNobody(step));
        } catch (IllegalArgumentException noSuchName) {
            return "badarg";
        }
    }

    /** A plain process would not understand. */
    private Object perform(JsonNode step, Watched holder) {
        return holder instanceof Member member ? member.perform(step, name, tree) : "none";
    }

    private Object performAtNobody(JsonNode step) {
        return step.get(0).asString().equals("stop")
                ? Member.stop(name, Terms.reason(step.get(2)))
                : new WorkerStep(name).perform(step);
    }

    private Optional<Watched> holder() {
        Optional<Pid<?>> pid = name.registry().whereisName(name.key());
        return tree.tracer().living().stream()
                .filter(process -> pid.filter(process.pid()::equals).isPresent())
                .findFirst();
    }
}
