package counter.system;

import otp.Start;
import otp.Supervisor;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller: the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        // TODO 3: supervise the workers W1 and W2, each under an id of its own.
        throw new UnsupportedOperationException(
                "TODO 3: supervise the workers W1 and W2, each under an id of its own.");
    }
}
