package otp;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** What {@link Sys} orders a server to do, as a message among the others. */
sealed interface SystemOrder {

    record GetState() implements SystemOrder {}

    record ReplaceState(UnaryOperator<Object> function) implements SystemOrder {}

    record GetStatus() implements SystemOrder {}

    record Suspend() implements SystemOrder {}

    record Resume() implements SystemOrder {}

    record KeepStatistics(boolean keep) implements SystemOrder {}

    record GetStatistics() implements SystemOrder {}

    record SlowDown(Duration pause) implements SystemOrder {}

    /**
     * The answer to {@link ReplaceState} whose function has failed: the state is as it was.
     *
     * @param thrown what the function has thrown
     */
    record Failed(Throwable thrown) {}
}
