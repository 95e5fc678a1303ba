package counter.system;

import counter.worker.Worker;

import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller: the registry, and the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        return Supervisor.startLink(
                SupervisorFlags.restForOne(),
                Worker.REGISTRY.childSpec(Registry.Keys.UNIQUE),
                Worker.childSpec("W2").withId("W2"),
                Worker.childSpec("W1").withId("W1"));
    }
}
