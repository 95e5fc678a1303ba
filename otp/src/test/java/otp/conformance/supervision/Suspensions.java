package otp.conformance.supervision;

import otp.Sys;
import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.Watched;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.Set;

/**
 * Scenarios of a supervision tree whose workers are suspended and resumed: {@code "family":
 * "suspensions"}.
 */
public final class Suspensions implements Family {

    /** Creates the family. */
    public Suspensions() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new SuspensionRun(new TreeRun(scenario, tracer, new Names(lane)), tracer);
    }

    /** A tree that runs, and of which some workers do not. */
    private record SuspensionRun(TreeRun run, Tracer tracer) implements Run {

        /** Who calls a worker that is suspended waits in vain. */
        private static final Set<String> CALLS = Set.of("who", "ask_to_stop");

        @Override
        public Object start() {
            return run.start();
        }

        @Override
        public Object perform(JsonNode step) {
            String action = step.get(0).asString();
            Optional<Member.OfWorker> worker = worker(step.get(1).asString());
            return switch (action) {
                case "suspend" -> worker.map(this::suspend).orElse("none");
                case "resume" -> worker.map(this::resume).orElse("none");
                case String call when CALLS.contains(call) && isSuspended(worker) -> "none";
                default -> run.perform(step);
            };
        }

        private Optional<Member.OfWorker> worker(String path) {
            return tracer.atPath(path)
                    .filter(Member.OfWorker.class::isInstance)
                    .map(Member.OfWorker.class::cast);
        }

        private boolean isSuspended(Optional<Member.OfWorker> worker) {
            return worker.map(Watched::reference).filter(tracer::isSuspended).isPresent();
        }

        private String suspend(Member.OfWorker worker) {
            Sys.suspend(worker.pid());
            tracer.suspend(worker.pid());
            return "ok";
        }

        private String resume(Member.OfWorker worker) {
            tracer.resume(worker.reference());
            Sys.resume(worker.pid());
            return "ok";
        }

        @Override
        public Object end() {
            return run.end();
        }
    }
}
