package otp;

import java.time.Duration;
import java.util.Objects;

/** How a supervisor ends a child. */
public sealed interface Shutdown {

    /** Kills the child at once. */
    Shutdown BRUTAL_KILL = new BrutalKill();

    /**
     * Asks the child to shut down, and waits for as long as it takes. The default of supervisors.
     */
    Shutdown INFINITY = new Timeout(null);

    /**
     * Asks the child to shut down, and kills it if it has not ended in time. The default of workers
     * is 5 seconds.
     */
    static Shutdown after(Duration timeout) {
        return new Timeout(
                Objects.requireNonNull(timeout, "say INFINITY if a child may take any time"));
    }

    /** Kills the child at once. */
    record BrutalKill() implements Shutdown {}

    /**
     * Asks the child to shut down.
     *
     * @param timeout how long it may take before it is killed; null for as long as it takes
     */
    record Timeout(Duration timeout) implements Shutdown {

        /** Creates the shutdown; the timeout may not be negative. */
        public Timeout {
            if (timeout != null && timeout.isNegative()) {
                throw new IllegalArgumentException(
                        "a child cannot have a negative time to shut down, but was given "
                                + timeout);
            }
        }

        long deadline() {
            return timeout == null ? Deadline.NEVER : Deadline.after(timeout);
        }
    }
}
