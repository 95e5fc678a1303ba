package otp.conformance.servers;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Processes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A server whose init never comes to an end. */
final class HangingServer extends GenServer<Object, Integer> {

    /** How long its start is waited for. */
    static final Duration TIMEOUT = Duration.ofMillis(5);

    private final boolean trapsExits;

    HangingServer(boolean trapsExits) {
        this.trapsExits = trapsExits;
    }

    @Override
    protected Init<Integer> init() throws InterruptedException {
        Processes.trapExits(trapsExits);
        new CountDownLatch(1).await();
        return ok(0);
    }

    @Override
    protected Next<Integer> handle(Object message, Integer state) {
        return noreply(state);
    }
}
