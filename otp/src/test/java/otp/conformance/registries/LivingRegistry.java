package otp.conformance.registries;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;
import otp.conformance.Watched;

/** A registry that runs. */
record LivingRegistry(String reference, Pid<Void> pid) implements Watched {

    /** It answers nobody, and has nothing to do either: the dead clean up after themselves. */
    @Override
    public void ping() {
        if (!Processes.isAlive(pid)) {
            throw new Exit(ExitReason.NOPROC);
        }
    }
}
