package otp;

import java.util.List;
import java.util.Objects;

/** What a process does, in a thread of its own. */
@FunctionalInterface
interface Body {

    /**
     * Runs on until the process comes to its end, or hibernates.
     *
     * @return true if the process hibernates: this thread is to end, and another one runs on
     */
    boolean run();

    /** Returns what the process is, in a word. */
    default String label() {
        return "Process";
    }

    /** Returns the name under which the process was started; nothing if it was under none. */
    default List<ProcessName<?>> startNames() {
        return List.of();
    }

    /** Tells whether {@link Sys} has suspended the process. */
    default boolean isSuspended() {
        return false;
    }

    /** Tells whether it is a crash to end with what was thrown: a process may choose to exit. */
    default boolean isCrash(Throwable thrown) {
        return !(thrown instanceof Exit);
    }

    /** Returns a body that never hibernates. */
    static Body of(Runnable function) {
        return new OfFunction(Objects.requireNonNull(function, "a process needs a body"));
    }

    /**
     * A function of OTP's own, as {@code proc_lib} starts them: it says what it is, in a word, and
     * it crashes also if it exits, unless its reason is an ordinary one.
     */
    interface Labelled {

        /** Returns what the process is that runs this. */
        String label();
    }

    /**
     * A body that never hibernates.
     *
     * @param function what it runs
     */
    record OfFunction(Runnable function) implements Body {

        @Override
        public boolean run() {
            function.run();
            return false;
        }

        @Override
        public String label() {
            return function instanceof Labelled labelled ? labelled.label() : "Process";
        }

        @Override
        public boolean isCrash(Throwable thrown) {
            boolean isOfOtp = function instanceof Labelled;
            return !(thrown instanceof Exit exit) || isOfOtp && !exit.reason().isOrdinary();
        }
    }
}
