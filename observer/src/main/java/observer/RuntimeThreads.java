package observer;

import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import web.Refusal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The few threads that touch the runtime for the page. Each becomes a process as soon as it does
 * so, and has to be left out of the picture, so that they are kept for long. They are platform
 * threads: processes that compute without end keep all virtual ones from running.
 */
final class RuntimeThreads implements AutoCloseable {

    private static final int MOST = 8;

    private final ExecutorService threads;

    /**
     * Creates them; a thread starts when it is needed first.
     *
     * @param hide leaves a process out of the picture
     */
    RuntimeThreads(Consumer<Pid<?>> hide) {
        threads =
                new ThreadPoolExecutor(
                        0,
                        MOST,
                        1,
                        TimeUnit.HOURS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("observer-runtime-", 1).factory()) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable work) {
                        hide.accept(Processes.self());
                    }
                };
    }

    /**
     * Does something, and returns what comes of it. Blocks until it is done.
     *
     * @throws Refusal if it cannot be done now, with the reason
     */
    <T> T call(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException failure) {
            throw refusal(failure.getCause());
        } catch (RejectedExecutionException busy) {
            throw new Refusal(
                    Refusal.CONFLICT, "too many processes are being asked at once: try again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.CONFLICT, "the observer is being stopped");
        }
    }

    /** Has something done, and does not wait for it; what is returned tells when it is done. */
    Future<?> run(Runnable work) {
        return threads.submit(work);
    }

    private static RuntimeException refusal(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case Exit exit -> hasNotAnswered(exit.reason()) ? busy() : Gone.ended();
            default -> new Refusal(Refusal.CONFLICT, "that failed: " + cause);
        };
    }

    /**
     * Tells whether a request has failed since there was no answer in time, not since all ended.
     */
    static boolean hasNotAnswered(ExitReason reason) {
        return reason instanceof ExitReason.InCall call && call.reason().equals(ExitReason.TIMEOUT);
    }

    private static Refusal busy() {
        return new Refusal(
                Refusal.CONFLICT,
                "this process is busy, and has not answered in time: it obeys once it is free");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
