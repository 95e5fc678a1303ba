package browser;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long something may take on a machine that has other things to do. A goal holds for a machine
 * of its own; a test beside other tests gets as much more time as a thread that only computes needs
 * at that moment, and on top of that {@link #SLOWER} times as much, for a machine that is slow.
 */
final class Allowance {

    private static final int SLOWER = 5;
    private static final long COMPUTING_NANOS = Duration.ofMillis(50).toNanos();

    private Allowance() {}

    /** Returns for how long what has this goal may take now, in milliseconds. */
    static double millis(Duration goal) {
        return goal.toMillis() * SLOWER * waitingFactor();
    }

    /**
     * How many times its own processor time a thread takes to compute: 1 where nothing else runs.
     */
    private static double waitingFactor() {
        long begin = System.nanoTime();
        long computed = processorNanos();
        while (processorNanos() - computed < COMPUTING_NANOS) {
            Thread.onSpinWait();
        }
        return Math.max(1, (double) (System.nanoTime() - begin) / (processorNanos() - computed));
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
