package otp.conformance.supervision;

import otp.DynamicSupervisor;
import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Supervisor;
import otp.Sys;
import otp.conformance.Terms;
import otp.conformance.Watched;

import tools.jackson.databind.JsonNode;

/** A living process of a tree. */
sealed interface Member extends Watched {

    /** Performs a step at the process. */
    default Object perform(JsonNode step, Tree tree) {
        return step.get(0).asString().equals("exit")
                ? exit(Terms.reason(step.get(2)))
                : perform(step, pid(), tree);
    }

    private Object exit(ExitReason reason) {
        Processes.exit(pid(), reason);
        return "sent";
    }

    /** Performs a step at the process, which is reached by its pid or by a name that it has. */
    default Object perform(JsonNode step, ServerRef<?> server, Tree tree) {
        return step.get(0).asString().equals("stop")
                ? stop(server, Terms.reason(step.get(2)))
                : performOwn(step, server, tree);
    }

    /** Ends any server in good order. */
    static String stop(ServerRef<?> server, ExitReason reason) {
        GenServer.stop(server, reason);
        return "ok";
    }

    /** Performs a step that only processes of this kind know; does nothing with others. */
    Object performOwn(JsonNode step, ServerRef<?> server, Tree tree);

    /** A worker. */
    record OfWorker(String reference, Pid<Worker.Message> pid) implements Member {
        @Override
        public void ping() {
            Sys.getState(pid); // One that is suspended answers nothing else.
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object performOwn(JsonNode step, ServerRef<?> server, Tree tree) {
            return new WorkerStep((ServerRef<Worker.Message>) server).perform(step);
        }
    }

    /** A supervisor whose children are known from the start. */
    record OfSupervisor(String reference, Pid<Supervisor.Message> pid, Place.Above below)
            implements Member {
        @Override
        public void ping() {
            Supervisor.countChildren(pid);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object performOwn(JsonNode step, ServerRef<?> server, Tree tree) {
            var supervisor = (ServerRef<Supervisor.Message>) server;
            return new SupervisorStep(supervisor, below, tree).perform(step);
        }
    }

    /** A dynamic supervisor. */
    record OfDynamic(String reference, Pid<DynamicSupervisor.Message> pid, Place.Above below)
            implements Member {
        @Override
        public void ping() {
            DynamicSupervisor.countChildren(pid);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object performOwn(JsonNode step, ServerRef<?> server, Tree tree) {
            var supervisor = (ServerRef<DynamicSupervisor.Message>) server;
            return new DynamicStep(supervisor, below, tree).perform(step);
        }
    }
}
