package web;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * How long the calling thread, which answers a request, may wait for the other end of a connection,
 * to read or to write. When the time has passed, or when others need the thread, it is interrupted,
 * which closes the connection.
 */
final class Patience implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Thread thread = Thread.currentThread();
    private final Queue<Patience> waiting = RequestThreads.waiting();
    private final long begin = System.nanoTime();
    private final Future<?> end;
    private boolean isOver;

    private Patience(Duration time) {
        end = later(time, this::end);
    }

    /** Begins the time; it is over when the result is closed. */
    static Patience of(Duration time) {
        Patience patience = new Patience(time);
        patience.waiting.add(patience);
        return patience;
    }

    /** Runs something short when a time has passed. */
    static Future<?> later(Duration time, Runnable what) {
        return CLOCK.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean hasLastedFor(Duration time) {
        return System.nanoTime() - begin >= time.toNanos();
    }

    /** Has the thread wait no longer, unless it has stopped waiting. */
    synchronized void end() {
        if (!isOver) {
            isOver = true;
            waiting.remove(this);
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        isOver = true;
        end.cancel(false);
        waiting.remove(this);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("web-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
