package otp;

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

    /** Returns a body that never hibernates. */
    static Body of(Runnable function) {
        return () -> {
            function.run();
            return false;
        };
    }
}
