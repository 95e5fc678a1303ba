package otp;

import java.time.InstantSource;

/**
 * How many children a {@link DynamicSupervisor} may have, and when it gives up restarting them.
 *
 * @param restarts when it gives up; the strategy can only be {@link Strategy#ONE_FOR_ONE}
 * @param maxChildren how many children it has at most, those that are being restarted included. As
 *     many as memory holds by default.
 */
public record DynamicSupervisorFlags(SupervisorFlags restarts, int maxChildren) {

    /** Creates flags; the number and the strategy must make sense. */
    public DynamicSupervisorFlags {
        if (restarts.strategy() != Strategy.ONE_FOR_ONE) {
            throw new IllegalArgumentException(
                    "a dynamic supervisor knows no strategy but ONE_FOR_ONE: "
                            + restarts.strategy());
        }
        if (restarts.autoShutdown() != AutoShutdown.NEVER) {
            throw new IllegalArgumentException(
                    "a dynamic supervisor does not end itself, but was given "
                            + restarts.autoShutdown());
        }
        if (maxChildren < 0) {
            throw new IllegalArgumentException("maxChildren is below 0: " + maxChildren);
        }
    }

    /** Restarts only the child that has ended; 3 restarts in 5 seconds are allowed. */
    public static DynamicSupervisorFlags oneForOne() {
        return new DynamicSupervisorFlags(SupervisorFlags.oneForOne(), Integer.MAX_VALUE);
    }

    /** Returns these flags with another number of children at most. */
    public DynamicSupervisorFlags maxChildren(int children) {
        return new DynamicSupervisorFlags(restarts, children);
    }

    /** Returns these flags with another number of restarts that are allowed. */
    public DynamicSupervisorFlags maxRestarts(int number) {
        return new DynamicSupervisorFlags(restarts.maxRestarts(number), maxChildren);
    }

    /** Returns these flags with another period, in seconds. */
    public DynamicSupervisorFlags maxSeconds(int period) {
        return new DynamicSupervisorFlags(restarts.maxSeconds(period), maxChildren);
    }

    /** Returns these flags with a clock of your own, for tests that have no time to wait. */
    public DynamicSupervisorFlags clock(InstantSource clock) {
        return new DynamicSupervisorFlags(restarts.clock(clock), maxChildren);
    }
}
