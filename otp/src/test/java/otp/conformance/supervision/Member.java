package otp.conformance.supervision;

import otp.DynamicSupervisor;
import otp.GenServer;
import otp.Pid;
import otp.Supervisor;
import otp.conformance.Watched;

/** A living process of a tree. */
sealed interface Member extends Watched {

    /** A worker. */
    record OfWorker(String reference, Pid<Worker.Message> pid) implements Member {
        @Override
        public void ping() {
            GenServer.call(pid, new Worker.Who());
        }
    }

    /** A supervisor whose children are known from the start. */
    record OfSupervisor(String reference, Pid<Supervisor.Message> pid, Place.Above below)
            implements Member {
        @Override
        public void ping() {
            Supervisor.countChildren(pid);
        }
    }

    /** A dynamic supervisor. */
    record OfDynamic(String reference, Pid<DynamicSupervisor.Message> pid, Place.Above below)
            implements Member {
        @Override
        public void ping() {
            DynamicSupervisor.countChildren(pid);
        }
    }
}
