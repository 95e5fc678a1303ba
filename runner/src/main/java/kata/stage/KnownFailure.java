package kata.stage;

/**
 * A test that fails on a wrong solution.
 *
 * @param test class and method, such as {@code TodoCacheTest.same_name_same_pid}
 * @param says what of its message is the same in every run: all of it, or its beginning and {@code
 *     ...}; empty if nothing is known to be
 * @param sometimes whether it failed in some runs only
 */
public record KnownFailure(String test, String says, boolean sometimes) {

    /** What a message ends with of which only the beginning is the same. */
    public static final String MORE = " ...";

    /** Tells whether it differs from run to run. */
    public boolean varies() {
        return sometimes || says.isEmpty() || says.endsWith(MORE);
    }

    /** Tells whether this message may be that of the test. */
    public boolean fits(String message) {
        return says.isEmpty()
                || says.equals(message)
                || says.endsWith(MORE)
                        && message.startsWith(says.substring(0, says.length() - MORE.length()));
    }
}
