package kata.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the learner's loop shows how things stand, and hears what the learner wants. */
public interface Console extends AutoCloseable {

    /** What is heard when the input has ended. */
    char END = '\0';

    /** Waits for a key, for at most this long. Returns {@link #END} once the input has ended. */
    Optional<Character> key(Duration time);

    /** Shows how things stand, in place of what was shown before where that is possible. */
    void show(String text);

    /**
     * Runs what prints and asks by itself, and leaves time to read what it has printed.
     *
     * @param command tells whether there is something to read
     */
    void leaveTo(BooleanSupplier command);

    /** Waits for a line, in answer to a question; nothing once the input has ended. */
    Optional<String> line();

    /** Tells whether the size has changed since this was last asked. */
    boolean wasResized();

    /** Leaves the terminal as it was found. */
    @Override
    void close();
}
