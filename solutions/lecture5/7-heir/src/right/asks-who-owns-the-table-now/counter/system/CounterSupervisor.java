package counter.system;

import counter.store.Keeper;
import counter.store.Store;
import counter.worker.Worker;

import otp.ChildSpec;
import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.List;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller, without workers. */
    public static Start<Supervisor.Message> startLink() {
        List<ChildSpec<?>> children =
                List.of(
                        Keeper.childSpec().withId("keeper"),
                        Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE).withId("registry"),
                        ChildSpec.supervisor(
                                "counter_worker_supervisor", WorkerSupervisor::startLink),
                        Store.childSpec().withId("store"));
        return Supervisor.startLink(
                SupervisorFlags.restForOne().maxRestarts(3).maxSeconds(5), children);
    }
}
