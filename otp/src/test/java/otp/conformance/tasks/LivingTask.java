package otp.conformance.tasks;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.conformance.Watched;

/** The process of a task that is alive. */
record LivingTask(String reference, Pid<Object> pid) implements Watched {

    /** One that does not wait is about to end. */
    @Override
    public void ping() {
        throw new Exit(ExitReason.of("busy"));
    }
}
