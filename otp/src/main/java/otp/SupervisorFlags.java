package otp;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How a supervisor restarts its children, and when it gives up.
 *
 * @param strategy which children are restarted together
 * @param maxRestarts how many restarts within {@code maxSeconds} are allowed; one more, and the
 *     supervisor ends itself. 3 by default.
 * @param maxSeconds the period in which restarts are counted, in whole seconds. 5 by default.
 * @param autoShutdown whether the supervisor ends itself after its significant children. {@link
 *     AutoShutdown#NEVER} by default.
 * @param seconds the clock, in whole seconds since any moment; it must not go backwards
 */
public record SupervisorFlags(
        Strategy strategy,
        int maxRestarts,
        int maxSeconds,
        AutoShutdown autoShutdown,
        LongSupplier seconds) {

    static final String NONE = "a supervisor needs flags";

    private static final String NO_CLOCK = "a supervisor needs a clock";

    /** Creates flags; the numbers must make sense. */
    public SupervisorFlags {
        Objects.requireNonNull(strategy, "a supervisor needs a strategy");
        Objects.requireNonNull(autoShutdown, "say NEVER if a supervisor never ends itself");
        Objects.requireNonNull(seconds, NO_CLOCK);
        if (maxRestarts < 0) {
            throw new IllegalArgumentException("maxRestarts is below 0: " + maxRestarts);
        }
        if (maxSeconds <= 0) {
            throw new IllegalArgumentException("maxSeconds is not above 0: " + maxSeconds);
        }
    }

    /** Restarts only the child that has ended. */
    public static SupervisorFlags oneForOne() {
        return of(Strategy.ONE_FOR_ONE);
    }

    /** Restarts all children when one has ended. */
    public static SupervisorFlags oneForAll() {
        return of(Strategy.ONE_FOR_ALL);
    }

    /** Restarts the child that has ended, and those that were started after it. */
    public static SupervisorFlags restForOne() {
        return of(Strategy.REST_FOR_ONE);
    }

    private static SupervisorFlags of(Strategy strategy) {
        return new SupervisorFlags(
                strategy,
                3,
                5,
                AutoShutdown.NEVER,
                () -> Math.floorDiv(System.nanoTime(), 1_000_000_000L));
    }

    /** Returns these flags with another number of restarts that are allowed. */
    public SupervisorFlags maxRestarts(int restarts) {
        return new SupervisorFlags(strategy, restarts, maxSeconds, autoShutdown, seconds);
    }

    /** Returns these flags with another period, in seconds. */
    public SupervisorFlags maxSeconds(int period) {
        return new SupervisorFlags(strategy, maxRestarts, period, autoShutdown, seconds);
    }

    /** Returns these flags with another setting for when the supervisor ends itself. */
    public SupervisorFlags autoShutdown(AutoShutdown setting) {
        return new SupervisorFlags(strategy, maxRestarts, maxSeconds, setting, seconds);
    }

    /** Returns these flags with a clock of your own, for tests that have no time to wait. */
    public SupervisorFlags clock(InstantSource clock) {
        Objects.requireNonNull(clock, NO_CLOCK);
        return new SupervisorFlags(
                strategy,
                maxRestarts,
                maxSeconds,
                autoShutdown,
                () -> clock.instant().getEpochSecond());
    }
}
