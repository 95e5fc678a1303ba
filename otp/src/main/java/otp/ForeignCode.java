package otp;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The fence around code that is not the runtime's own, such as a value's {@code toString} or a log
 * handler: whatever that code does, the runtime goes on.
 *
 * <p>The code runs in a helper thread, and the caller waits for it, but no longer than a second. If
 * the code throws anything, overflows its stack, runs out of memory or takes longer, the caller
 * gets the answer that it named for that case. The helpers are platform threads: they run also
 * while processes keep every core busy, and code that never returns keeps none of the threads that
 * processes need.
 *
 * <p>A text can be done without, and a comparison cannot: who is taken for somebody else is lost.
 * So comparisons have helpers of their own, and have their second whoever else needs helpers.
 */
final class ForeignCode {

    /** The longest that a caller waits. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The longest that one step of the wait counts for. */
    private static final long STEP_NANOS = PATIENCE_NANOS / 20;

    /** How many may run at the same time; code that takes too long does not count any more. */
    private static final int HELPERS = 16;

    /** So many may be kept for good by code that never returns; no other code runs after that. */
    private static final int MOST = 1_000;

    private static final ForeignCode TEXTS = new ForeignCode(false);
    private static final ForeignCode COMPARISONS = new ForeignCode(true);

    /** Whether a caller waits for a helper as long as it takes. */
    private final boolean isPatient;

    private final Semaphore free = new Semaphore(HELPERS, true);
    private final Executor pool =
            new ThreadPoolExecutor(
                    0, MOST, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Helper::new);

    private ForeignCode(boolean isPatient) {
        this.isPatient = isPatient;
    }

    /**
     * Runs code that may do anything. Blocks for a second at most, and never throws; an interrupt
     * of the caller does not end the wait, and is kept for later.
     *
     * @param otherwise what to return if the code throws or takes too long, or if other code keeps
     *     all helpers for too long
     */
    static <T> T call(Callable<? extends T> code, T otherwise) {
        return TEXTS.run(code, otherwise);
    }

    /**
     * Runs {@code equals}, {@code hashCode} or {@code compareTo} as {@link #call} does, but waits
     * for a helper as long as it takes: each comparison keeps one for a second at most.
     *
     * @param otherwise what to return if the code throws or takes too long
     */
    static <T> T compare(Callable<? extends T> code, T otherwise) {
        return COMPARISONS.run(code, otherwise);
    }

    private <T> T run(Callable<? extends T> code, T otherwise) {
        try {
            return Thread.currentThread() instanceof Helper
                    ? code.call()
                    : inHelper(code, otherwise);
        } catch (Throwable failed) {
            return otherwise;
        }
    }

    private <T> T inHelper(Callable<? extends T> code, T otherwise) throws Exception {
        Wait wait = new Wait();
        // Made first: without memory for it, its place would never be given back.
        Errand<T> errand = new Errand<>(code);
        if (!takePlace(wait)) {
            return otherwise;
        }
        try {
            pool.execute(errand);
            return wait.await(errand::isOver) ? errand.resultNow() : otherwise;
        } finally {
            errand.cancel(true);
        }
    }

    private boolean takePlace(Wait wait) {
        if (isPatient) {
            free.acquireUninterruptibly();
            return true;
        }
        return wait.await(nanos -> free.tryAcquire(nanos, TimeUnit.NANOSECONDS));
    }

    /** What a caller waits for. */
    @FunctionalInterface
    private interface Event {

        /** Waits for a time at most; tells whether it has happened. */
        boolean awaitFor(long nanos) throws InterruptedException;
    }

    /**
     * How long a caller still waits. It waits in steps, and none counts for more than its length:
     * while the machine has no time for the caller, it has none for the code either.
     */
    private static final class Wait {

        private long left = PATIENCE_NANOS;

        boolean await(Event event) {
            boolean happened = false;
            boolean wasInterrupted = false;
            while (!happened && left > 0) {
                long begin = System.nanoTime();
                try {
                    happened = event.awaitFor(STEP_NANOS);
                } catch (InterruptedException interrupted) {
                    wasInterrupted = true;
                }
                left -= Math.min(System.nanoTime() - begin, STEP_NANOS);
            }
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
            return happened;
        }
    }

    /** Gives its place back once: when it is done, or when the caller waits no longer. */
    private final class Errand<T> extends FutureTask<T> {

        @SuppressWarnings("unchecked")
        Errand(Callable<? extends T> code) {
            super((Callable<T>) code);
        }

        @Override
        protected void done() {
            free.release();
        }

        boolean isOver(long nanos) throws InterruptedException {
            try {
                get(nanos, TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException failed) {
                // What has come of it is asked for later.
            }
            return isDone();
        }
    }

    /** Inherits nothing from the thread that happens to need it. */
    private static final class Helper extends Thread {

        Helper(Runnable work) {
            super(null, work, "otp-foreign-code", 0, false);
            setDaemon(true);
            setContextClassLoader(ClassLoader.getSystemClassLoader());
        }
    }
}
