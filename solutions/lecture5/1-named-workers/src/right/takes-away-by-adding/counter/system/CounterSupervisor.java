package counter.system;

import counter.worker.Worker;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    private static ChildSpec<?> worker(String name) {
        return Worker.childSpec(name).withId(name);
    }

    /** Starts the system, linked to the caller: the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        SupervisorFlags flags = SupervisorFlags.oneForOne().maxRestarts(3).maxSeconds(5);
        return Supervisor.startLink(flags, worker("W2"), worker("W1"));
    }
}
