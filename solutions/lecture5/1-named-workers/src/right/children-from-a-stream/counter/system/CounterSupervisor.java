package counter.system;

import counter.worker.Worker;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.stream.Stream;

/** The supervisor of the counters. */
public final class CounterSupervisor {

    private CounterSupervisor() {}

    /** Starts the system, linked to the caller: the workers W1 and W2. */
    public static Start<Supervisor.Message> startLink() {
        return Supervisor.startLink(
                SupervisorFlags.oneForOne(),
                Stream.of("W1", "W2")
                        .map(name -> Worker.childSpec(name).withId(name))
                        .toArray(ChildSpec<?>[]::new));
    }
}
