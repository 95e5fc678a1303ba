package web;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads that answer requests: so many at most. While requests wait for one, nobody keeps a
 * thread by saying nothing: those end their connections that have waited longest for the other end.
 * Beyond a crowd that big, new connections are closed.
 *
 * <p>They are platform threads: processes that compute without end keep all virtual threads from
 * running, and just then somebody wants to look.
 */
final class RequestThreads implements Executor {

    private static final int MOST = 64;
    private static final int MOST_WAITING = 1_024;

    /** Whoever connects has to say within this time what it wants. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The same while requests wait for a thread. */
    private static final Duration PATIENCE_IN_CROWD = Duration.ofMillis(20);

    /** Those that wait for the other end, the oldest first. */
    private final Queue<Patience> waiting = new ConcurrentLinkedQueue<>();

    private final BlockingQueue<Runnable> crowd = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean isCrowded = new AtomicBoolean();

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(
                    MOST,
                    MOST,
                    5,
                    TimeUnit.SECONDS,
                    crowd,
                    work -> new RequestThread(work, waiting));

    RequestThreads() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** One of the threads. */
    private static final class RequestThread extends Thread {

        private final Queue<Patience> waiting;

        /** For how long it waits for the head of a request. */
        private Patience untilRequest;

        RequestThread(Runnable work, Queue<Patience> waiting) {
            super(work, "web-request");
            setDaemon(true);
            this.waiting = waiting;
        }
    }

    /** Reads and answers one request; throws if too many wait, which closes the connection. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> run(exchange));
        makeRoomLater();
    }

    private void makeRoomLater() {
        if (!crowd.isEmpty() && isCrowded.compareAndSet(false, true)) {
            Patience.later(PATIENCE_IN_CROWD, this::makeRoom);
        }
    }

    /** Takes threads from those who have waited longest, until nobody waits for a thread. */
    private void makeRoom() {
        isCrowded.set(false);
        waiting.stream()
                .takeWhile(patience -> patience.hasLastedFor(PATIENCE_IN_CROWD))
                .limit(crowd.size())
                .toList()
                .forEach(Patience::end);
        makeRoomLater();
    }

    private static void run(Runnable exchange) {
        ((RequestThread) Thread.currentThread()).untilRequest = Patience.of(PATIENCE);
        try {
            exchange.run();
        } finally {
            requestHasCome();
        }
    }

    /** Says that the calling thread has read the head of a request. */
    static void requestHasCome() {
        ((RequestThread) Thread.currentThread()).untilRequest.close();
    }

    /** Returns where the calling thread notes that it waits for the other end. */
    static Queue<Patience> waiting() {
        return ((RequestThread) Thread.currentThread()).waiting;
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
