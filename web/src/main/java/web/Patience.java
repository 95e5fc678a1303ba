package web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * How long the calling thread may wait for the other end of a connection, to read or to write. When
 * the time has passed, the thread is interrupted, which closes the connection.
 */
final class Patience implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Future<?> end;

    private Patience(Future<?> end) {
        this.end = end;
    }

    /** Begins the time; it is over when the result is closed. */
    static Patience of(Duration time) {
        Thread waiting = Thread.currentThread();
        return new Patience(
                CLOCK.schedule(waiting::interrupt, time.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        end.cancel(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("web-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
