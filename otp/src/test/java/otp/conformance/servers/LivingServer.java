package otp.conformance.servers;

import otp.GenServer;
import otp.Pid;
import otp.conformance.Watched;

import java.time.Duration;

/** A server that is alive. */
record LivingServer(String reference, Pid<Object> pid) implements Watched {

    /** It may begin to wait for another process before it answers: then it is left alone. */
    @Override
    public void ping() {
        GenServer.call(pid, new Server.Ping(), Duration.ofMillis(100));
    }
}
