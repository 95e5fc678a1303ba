package kata.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether Control-C was pressed for this process. Every process at a terminal receives the signal,
 * but it is meant for the one in the foreground.
 */
final class ControlC {

    /** It may be heard here when the process that it has ended is gone already. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final LongSupplier clock;
    private volatile boolean isLent;
    private volatile long returned;
    private volatile boolean isPressed;

    /**
     * Creates one at a terminal that this process has.
     *
     * @param clock tells the time in nanoseconds
     */
    ControlC(LongSupplier clock) {
        this.clock = clock;
        this.returned = clock.getAsLong() - ON_ITS_WAY.toNanos();
    }

    /** Another process has the terminal from now on. */
    void lend() {
        isLent = true;
    }

    /** This process has the terminal again. */
    void takeBack() {
        returned = clock.getAsLong();
        isLent = false;
    }

    /** To be called when this process hears of it. */
    void hear() {
        if (!isLent && clock.getAsLong() - returned >= ON_ITS_WAY.toNanos()) {
            isPressed = true;
        }
    }

    /** Tells whether another process has the terminal. */
    boolean isLent() {
        return isLent;
    }

    /** Tells whether it was pressed for this process, ever since. */
    boolean isPressed() {
        return isPressed;
    }
}
