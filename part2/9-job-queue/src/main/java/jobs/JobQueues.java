package jobs;

/** Starts job queues. */
public final class JobQueues {

    private JobQueues() {}

    /**
     * Starts a queue, linked to the caller. One process of the queue is linked to it, and no other.
     *
     * @param name what the queue is called; no two that run at once are called the same
     * @param workers how many jobs it does at once, at most and at least one
     * @param attempts how often it attempts a job before it gives it up, at least once
     * @throws IllegalArgumentException if it is to do no job, or to attempt none
     */
    public static JobQueue startLink(String name, int workers, int attempts) {
        if (workers < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "%d workers, %d attempts: a queue needs one of each at least"
                            .formatted(workers, attempts));
        }
        // TODO 1: start what you have designed.
        throw new UnsupportedOperationException("TODO 1: start what you have designed.");
    }
}
