package bench;

import otp.Pid;
import otp.Processes;
import otp.Trace;
import otp.TraceOptions;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The kata's own tracing: a process that reads all that is told, and forgets it. */
final class OtpTracing {

    private static final Duration PAUSE = Duration.ofMillis(16);
    private static final int PORTIONS = 1_000;

    private final CompletableFuture<Trace> begun = new CompletableFuture<>();
    private final CompletableFuture<Long> lost = new CompletableFuture<>();

    /** See {@link Traceable#traced}. */
    static long whileRunning(Peer.Measurement measurement) throws Exception {
        OtpTracing tracing = new OtpTracing();
        Processes.spawn(tracing::read);
        Trace trace = tracing.begun.get();
        try {
            measurement.run();
        } finally {
            trace.close();
        }
        return tracing.lost.get();
    }

    private void read() {
        try (Trace trace = Trace.start(TraceOptions.DEFAULTS)) {
            trace.exclude(Processes.self());
            begun.complete(trace);
            while (!trace.take(PAUSE).isEmpty() || !trace.isClosed()) {
                // What is read is forgotten.
            }
            lost.complete(trace.dropped());
        }
    }

    /** See {@link Traceable#exchange}. */
    static void exchange(int messages) {
        Pid<Object> taker = Processes.spawn(() -> take(messages));
        var monitor = Processes.monitor(taker);
        long begin = System.nanoTime();
        for (int portion = 0; portion < PORTIONS; portion++) {
            for (int i = 0; i < messages / PORTIONS; i++) {
                Processes.send(taker, "message");
            }
            long next = begin + TimeUnit.SECONDS.toNanos(1) / PORTIONS * (portion + 1);
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        Processes.receive(otp.Down.class, down -> down.monitor() == monitor);
    }

    private static void take(int messages) {
        for (int i = 0; i < messages; i++) {
            Processes.receive();
        }
    }
}
