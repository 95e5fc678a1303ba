package otp.conformance.servers;

import otp.GenServer;
import otp.Pid;
import otp.Sys;
import otp.conformance.Watched;

import java.time.Duration;

/**
 * A server that is alive.
 *
 * @param isAskedByOrder whether an order of {@link Sys} asks if it is at rest
 */
record LivingServer(String reference, Pid<Object> pid, boolean isAskedByOrder) implements Watched {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** It may begin to wait for another process before it answers: then it is left alone. */
    @Override
    public void ping() {
        if (isAskedByOrder) {
            Sys.getState(pid, PATIENCE);
        } else {
            GenServer.call(pid, new Server.Ping(), PATIENCE);
        }
    }
}
