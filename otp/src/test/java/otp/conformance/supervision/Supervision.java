package otp.conformance.supervision;

import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.conformance.Family;
import otp.conformance.Terms;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

/** Scenarios of a supervision tree: {@code "family": "supervision"}. */
public final class Supervision implements Family {

    /** Creates the family. */
    public Supervision() {}

    @Override
    public Run begin(JsonNode scenario, Tracer tracer, int lane) {
        return new TreeRun(scenario.get("tree"), new Tree(tracer, lane));
    }

    private record TreeRun(JsonNode plan, Tree tree) implements Run {

        @Override
        public Object start() {
            return tree.startRoot(plan);
        }

        @Override
        public Object perform(JsonNode step) {
            if (step.get(0).asString().equals("who_is")) {
                return whoIs(step.get(1).asString());
            }
            return tree.tracer()
                    .atPath(step.get(1).asString())
                    .map(member -> perform(step, (Member) member))
                    .orElse("none");
        }

        private Object whoIs(String name) {
            return GenServer.call(WorkerPlan.name(name, tree.lane()), new Worker.Who());
        }

        private Object perform(JsonNode step, Member member) {
            return switch (step.get(0).asString()) {
                case "exit" -> exit(member.pid(), Terms.reason(step.get(2)));
                case "stop" -> stop(member.pid(), Terms.reason(step.get(2)));
                default ->
                        switch (member) {
                            case Member.OfWorker worker -> new WorkerStep(worker).perform(step);
                            case Member.OfSupervisor supervisor ->
                                    new SupervisorStep(supervisor, tree).perform(step);
                            case Member.OfDynamic dynamic ->
                                    new DynamicStep(dynamic, tree).perform(step);
                        };
            };
        }

        private static String exit(Pid<?> pid, ExitReason reason) {
            Processes.exit(pid, reason);
            return "sent";
        }

        private static String stop(Pid<?> pid, ExitReason reason) {
            GenServer.stop(pid, reason);
            return "ok";
        }

        @Override
        public Object end() {
            return tree.tracer()
                    .atPath(plan.get("id").asString())
                    .map(root -> stop(root.pid(), ExitReason.NORMAL))
                    .orElse(null);
        }
    }
}
