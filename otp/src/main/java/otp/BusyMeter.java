package otp;

import java.util.concurrent.TimeUnit;

/**
 * Tells whether a process is busy: whether it has touched the runtime often since the last turn, or
 * has run for a while in this one without waiting. For the process's own thread.
 */
final class BusyMeter {

    /** So many touches between two turns make a process a busy one. */
    private static final int TOUCHES = 64;

    /** For a process whose touches take long, such as those that read a whole table. */
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private int turn;
    private int touches;

    /** The first touch in a turn that is on, since the process last waited; 0 if there is none. */
    private long since;

    /** Counts a touch of the runtime; returns whether the process has to step aside. */
    boolean count() {
        int current = Turns.current();
        if (turn != current) {
            turn = current;
            touches = 0;
            since = 0;
            Turns.touch();
        }
        if (touches < TOUCHES) {
            touches++;
        }
        return Turns.areOn() && (touches == TOUCHES || hasRunLong());
    }

    private boolean hasRunLong() {
        long now = System.nanoTime();
        if (since == 0) {
            since = now;
        }
        return now - since >= NANOS;
    }

    /** Says that the process has just been waiting, and so has kept no core. */
    void hasWaited() {
        since = 0;
    }
}
