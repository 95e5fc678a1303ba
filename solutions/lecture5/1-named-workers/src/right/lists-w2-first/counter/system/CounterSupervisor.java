package counter.system;

import counter.worker.Worker;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller: the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        return Supervisor.startLink(
                SupervisorFlags.oneForOne().maxRestarts(3).maxSeconds(5),
                worker("W2"),
                worker("W1"));
    }

    private static ChildSpec<Worker.Message> worker(String name) {
        return ChildSpec.worker(name, () -> Worker.startLink(name));
    }
}
