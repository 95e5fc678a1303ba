package otp.conformance;

import otp.Processes;
import otp.Trace;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** A process that has everything traced, reads what it is told, and forgets it. */
final class Listening implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final CompletableFuture<Trace> trace = new CompletableFuture<>();
    private final LongAdder heard = new LongAdder();

    private Listening() {}

    /** Begins to listen; everything is traced when it returns. */
    static Listening toEverything() {
        Listening listening = new Listening();
        Processes.spawn(listening::listen);
        listening.trace.join();
        return listening;
    }

    private void listen() {
        Trace session = Trace.start();
        trace.complete(session);
        while (!session.isClosed()) {
            heard.add(session.take(PAUSE).size());
        }
    }

    /** Returns how many events have been told so far. */
    long heard() {
        return heard.sum();
    }

    @Override
    public void close() {
        trace.join().close();
    }
}
