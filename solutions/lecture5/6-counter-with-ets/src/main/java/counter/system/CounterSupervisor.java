package counter.system;

import counter.store.Store;
import counter.worker.Worker;

import otp.ChildSpec;
import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller, without workers. */
    public static Start<Supervisor.Message> startLink() {
        // Task 4: start the store before all whose values it keeps.
        return Supervisor.startLink(
                SupervisorFlags.restForOne(),
                Store.childSpec(),
                Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE),
                ChildSpec.supervisor("counter_worker_supervisor", WorkerSupervisor::startLink));
        // End of task 4.
    }
}
