package otp.conformance;

import otp.Exit;
import otp.Processes;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until nothing happens any more: every living process has answered, twice in a row, and
 * nothing was noted meanwhile. A process that still has something to do answers only after it.
 */
public final class Quiet {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Quiet() {}

    /**
     * Waits; blocks for 2 minutes at most, and throws if the scenario has not come to rest by then.
     */
    public static void await(Tracer tracer) {
        long begin = System.nanoTime();
        int quietRounds = 0;
        int noted = tracer.size();
        while (quietRounds < 2) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException(
                        "the scenario has not come to rest; alive are " + tracer.living());
            }
            boolean areAtRest =
                    tracer.living().stream().allMatch(process -> isAtRest(tracer, process));
            // Also what was noted between two rounds counts: a supervisor that tries a restart
            // again and again answers in between.
            int notedNow = tracer.size();
            quietRounds = areAtRest && notedNow == noted ? quietRounds + 1 : 0;
            noted = notedNow;
            if (quietRounds == 0) {
                pause();
            }
        }
    }

    /**
     * Leaves the cores to others for a moment: as many virtual threads as there are cores that look
     * again and again keep all others from running, even from what is being looked for.
     */
    public static void pause() {
        LockSupport.parkNanos(20_000);
    }

    /** A process that waits for another answers nobody, but it is at rest. */
    private static boolean isAtRest(Tracer tracer, Watched process) {
        return tracer.waiting().containsKey(process.reference())
                ? Processes.isAlive(process.pid())
                : answers(process);
    }

    private static boolean answers(Watched process) {
        try {
            process.ping();
            return true;
        } catch (Exit noAnswer) {
            return false;
        }
    }
}
