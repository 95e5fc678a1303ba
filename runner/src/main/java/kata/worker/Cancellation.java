package kata.worker;

import kata.stage.KataException;

import java.util.Optional;

/** Ends one run of tests and no other, before it has begun or while it goes on. */
public final class Cancellation {

    private boolean isCancelled;
    private Optional<WorkerProcess> process = Optional.empty();

    /**
     * Ends the run, by ending the process that it goes on in, or keeps it from beginning. Does not
     * wait for its end, and does nothing once it has ended.
     */
    public synchronized void cancel() {
        isCancelled = true;
        process.ifPresent(WorkerProcess::kill);
    }

    /** Tells whether the run is not wanted any more. */
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /**
     * Notes where the run goes on from now.
     *
     * @throws KataException if it has been cancelled
     */
    synchronized void begin(WorkerProcess worker) {
        if (isCancelled) {
            throw new KataException("The run was cancelled: run the tests again.");
        }
        process = Optional.of(worker);
    }

    /** Notes that the process serves others from now on. */
    synchronized void end() {
        process = Optional.empty();
    }
}
