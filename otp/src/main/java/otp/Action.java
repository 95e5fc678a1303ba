package otp;

import java.time.Duration;
import java.util.Objects;

/**
 * What a server does after a callback, before it takes the next message; made by {@link
 * GenServer#timeout} and {@link GenServer#continueWith}.
 */
public sealed interface Action {

    /** Waits for the next message for as long as it takes, which is what a server mostly does. */
    record Await() implements Action {}

    /**
     * Waits for the next message for some time. If none comes, {@link GenServer#handleInfo} gets a
     * {@link Timeout}; if one comes, that ends the waiting, whatever the message is.
     *
     * @param timeout for how long; zero takes a message only if it is there already
     */
    record AwaitFor(Duration timeout) implements Action {

        /** Creates the action; the timeout may not be negative. */
        public AwaitFor {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException(
                        "a timeout cannot be negative, but was " + timeout);
            }
        }
    }

    /**
     * Goes on with {@link GenServer#handleContinue}, before any message.
     *
     * @param argument tells {@code handleContinue} what to do
     */
    record Continue(Object argument) implements Action {

        /** Creates the action; the argument may not be null. */
        public Continue {
            Objects.requireNonNull(argument, "continueWith needs an argument");
        }
    }
}
