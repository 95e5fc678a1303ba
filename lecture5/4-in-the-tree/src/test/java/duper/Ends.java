package duper;

import static otp.Processes.receive;

import otp.ExitMessage;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Sys;

import java.time.Duration;

/** What a test is told of workers: that they are done, and why they have ended. */
final class Ends {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private Ends() {}

    /** Waits until a worker says that it is done, and returns its number. */
    static int done() {
        return next(Gatherer.Done.class).worker();
    }

    /** Returns whether one more worker has said that it is done. */
    static boolean isAnotherDone() {
        // What the gatherer has heard before this, it has passed on to the test.
        Sys.getState(new Name<>("duper_gatherer"));
        return receive(Gatherer.Done.class, Duration.ZERO).isPresent();
    }

    /** Returns the next message of a type; fails at once if a process crashes that is linked. */
    static <T> T next(Class<T> type) {
        Object message =
                receive(Object.class, any -> type.isInstance(any) || isCrash(any), LIMIT)
                        .orElseThrow(
                                () -> new AssertionError("no " + type.getSimpleName() + " comes"));
        if (message instanceof ExitMessage(Pid<?> from, ExitReason reason)) {
            throw new AssertionError(from + " has crashed: " + reason);
        }
        return type.cast(message);
    }

    private static boolean isCrash(Object message) {
        return message instanceof ExitMessage end && !end.reason().equals(ExitReason.NORMAL);
    }

    /** Waits until a worker has ended that is linked to the test, and returns why. */
    static ExitReason of(Pid<?> worker) {
        return receive(ExitMessage.class, end -> end.from().equals(worker), LIMIT)
                .orElseThrow(() -> new AssertionError("the worker does not end"))
                .reason();
    }
}
