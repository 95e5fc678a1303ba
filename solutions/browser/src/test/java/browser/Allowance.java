package browser;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * How long something may take on a machine that has other things to do. A goal holds for a machine
 * of its own; a test beside other tests gets as many times more as a thread that only computes has
 * needed at worst in the last half minute, and on top of that {@link #SLOWER} times as much, for a
 * machine that is slow.
 */
final class Allowance {

    private static final int SLOWER = 5;
    private static final long COMPUTING_NANOS = Duration.ofMillis(5).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final int KEPT = 120;

    /** How many times its own processor time a thread took to compute; the newest is the last. */
    private static final Deque<Double> FACTORS = new ConcurrentLinkedDeque<>();

    private Allowance() {}

    /** Begins to look at how busy the machine is, and goes on with it as long as this process. */
    static void watchTheMachine() {
        Thread.ofPlatform().daemon().name("allowance").start(Allowance::watch);
    }

    private static void watch() {
        while (true) {
            FACTORS.addLast(waitingFactor());
            if (FACTORS.size() > KEPT) {
                FACTORS.removeFirst();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returns for how long what has this goal may have taken, in milliseconds. */
    static double millis(Duration goal) {
        double factor = FACTORS.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return goal.toMillis() * SLOWER * factor;
    }

    /** Returns 1 where nothing else runs. */
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
