package web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer requests: so many at most, and a connection that finds none free is
 * closed. They are platform threads: processes that compute without end keep all virtual threads
 * from running, and just then somebody wants to look.
 */
final class RequestThreads implements Executor {

    private static final int MOST = 64;

    /** Whoever connects has to say within this time what it wants. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final ThreadFactory FACTORY =
            Thread.ofPlatform().daemon().name("web-request-", 1).factory();

    private static final ThreadLocal<Patience> UNTIL_REQUEST = new ThreadLocal<>();

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(0, MOST, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), FACTORY);

    /** Reads and answers one request; throws if no thread is free, which closes the connection. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> run(exchange));
    }

    private static void run(Runnable exchange) {
        UNTIL_REQUEST.set(Patience.of(PATIENCE));
        try {
            exchange.run();
        } finally {
            requestHasCome();
        }
    }

    /** Says that the calling thread has read the head of a request. */
    static void requestHasCome() {
        Patience patience = UNTIL_REQUEST.get();
        if (patience != null) {
            patience.close();
            UNTIL_REQUEST.remove();
        }
    }

    /** Runs something in a daemon thread, so that the threads that it makes are daemons, too. */
    static void startInDaemon(Runnable start) {
        Thread starter = Thread.ofPlatform().daemon().name("web-start").start(start);
        try {
            starter.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        pool.shutdownNow();
    }
}
