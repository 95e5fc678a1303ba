package kata.stage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.Objects;

/**
 * A test that fails on a wrong solution.
 *
 * @param test class and method, such as {@code TodoCacheTest.same_name_same_pid}
 * @param says what of its message is the same in every run: all of it, or its beginning and {@code
 *     ...}; empty if nothing is known to be
 * @param sometimes whether it failed in some runs only
 */
public record KnownFailure(String test, String says, boolean sometimes) {

    private static final String MORE = " ...";

    /** Takes what the file says of it, which may leave out all but the test. */
    @JsonCreator
    public KnownFailure(
            @JsonProperty("test") String test,
            @JsonProperty("says") String says,
            @JsonProperty("sometimes") boolean sometimes) {
        this.test = Objects.requireNonNullElse(test, "");
        this.says = Objects.requireNonNullElse(says, "");
        this.sometimes = sometimes;
    }

    /** Knows of a test no more than that it fails: the file gives its name alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static KnownFailure of(String test) {
        return new KnownFailure(test, "", false);
    }

    /**
     * Knows what several messages of a test have in common: their words up to the first that
     * differs.
     */
    public static KnownFailure of(String test, List<String> messages, boolean sometimes) {
        return new KnownFailure(
                test, messages.stream().reduce(KnownFailure::common).orElse(""), sometimes);
    }

    private static String common(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int length = 0;
        int shorter = Math.min(one.length(), other.length());
        while (length < shorter && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        int words = one.substring(0, length).lastIndexOf(' ');
        return words < 0 ? "" : one.substring(0, words) + MORE;
    }

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
