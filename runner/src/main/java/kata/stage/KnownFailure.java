package kata.stage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.Objects;

/**
 * A test that fails on a wrong solution.
 *
 * @param test class and method, such as {@code TodoCacheTest.same_name_same_pid}
 * @param says what of its message is the same in every run; empty if nothing is known to be
 * @param sometimes whether it failed in some runs only
 */
public record KnownFailure(String test, String says, boolean sometimes) {

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

    /** Tells whether this message may be that of the test. */
    public boolean fits(String message) {
        return says.isEmpty() || says.equals(message);
    }
}
