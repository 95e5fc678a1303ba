package counter.system;

import otp.Start;
import otp.Supervisor;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller: the registry, and the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        // TODO 3: start the registry, with unique keys, before those who register.
        throw new UnsupportedOperationException(
                "TODO 3: start the registry, with unique keys, before those who register.");
    }
}
