package otp;

import java.time.Duration;

/**
 * How {@link Task#asyncStream} goes about its work.
 *
 * @param maxConcurrency how many tasks run at the same time, at most
 * @param isOrdered whether the outcomes come in the order of the elements, or as they are there
 * @param timeout how long each task may take: one that takes longer is killed, also while nobody
 *     reads the stream
 * @param killsLateTasks whether the outcome of a late task is {@link ExitReason#TIMEOUT}; if not,
 *     the caller exits when it comes to it, and all tasks end
 */
public record TaskStreamOptions(
        int maxConcurrency, boolean isOrdered, Duration timeout, boolean killsLateTasks) {

    /** As many tasks as there are cores, in order, for 5 seconds each; late ones end the caller. */
    public static final TaskStreamOptions DEFAULTS =
            new TaskStreamOptions(
                    Runtime.getRuntime().availableProcessors(), true, Task.DEFAULT_TIMEOUT, false);

    /** Creates options; at least one task must be allowed, and no timeout be negative. */
    public TaskStreamOptions {
        if (maxConcurrency < 1) {
            throw new IllegalArgumentException(
                    "at least 1 task has to run at a time, but maxConcurrency is "
                            + maxConcurrency);
        }
        Deadline.check(timeout);
    }

    /** Returns these options with another number of tasks at the same time. */
    public TaskStreamOptions maxConcurrency(int tasks) {
        return new TaskStreamOptions(tasks, isOrdered, timeout, killsLateTasks);
    }

    /** Returns these options with the outcomes as they are there. */
    public TaskStreamOptions unordered() {
        return new TaskStreamOptions(maxConcurrency, false, timeout, killsLateTasks);
    }

    /** Returns these options with another time for each task. */
    public TaskStreamOptions timeout(Duration limit) {
        return new TaskStreamOptions(maxConcurrency, isOrdered, limit, killsLateTasks);
    }

    /** Returns these options with late tasks killed, so that the caller goes on without them. */
    public TaskStreamOptions killLateTasks() {
        return new TaskStreamOptions(maxConcurrency, isOrdered, timeout, true);
    }
}
