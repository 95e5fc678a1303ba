package duper;

import static otp.Processes.receive;

import otp.ExitMessage;
import otp.ExitReason;
import otp.Pid;

import java.time.Duration;

/** What a test is told of workers: that they are done, and why they have ended. */
final class Ends {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Ends() {}

    /** Waits until a worker says that it is done, and returns its number. */
    static int done() {
        return receive(Gatherer.Done.class, LIMIT)
                .orElseThrow(() -> new AssertionError("no worker says that it is done"))
                .worker();
    }

    /** Returns whether one more worker has said that it is done. */
    static boolean isAnotherDone() {
        return receive(Gatherer.Done.class, Duration.ZERO).isPresent();
    }

    /** Waits until a worker has ended that is linked to the test, and returns why. */
    static ExitReason of(Pid<?> worker) {
        return receive(ExitMessage.class, end -> end.from().equals(worker), LIMIT)
                .orElseThrow(() -> new AssertionError("the worker does not end"))
                .reason();
    }
}
