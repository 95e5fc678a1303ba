package kata.watch;

import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.time.Duration;

/**
 * The keys of a terminal, one at a time.
 *
 * @param characters what the terminal sends
 */
record Keys(NonBlockingReader characters) {

    /** What is read of a key that is no character, such as an arrow. */
    static final char ESCAPE = 27;

    private static final Duration WITHIN_A_KEY = Duration.ofMillis(20);

    /**
     * Waits for a key, for at most this long.
     *
     * @return its character, or what {@link NonBlockingReader} has for none
     */
    int read(Duration time) throws IOException {
        int first = characters.read(time.toMillis());
        if (first == ESCAPE) {
            skipRest();
        }
        return first;
    }

    /** An arrow comes as ESC [ A or ESC O A, and other keys with numbers before the letter. */
    private void skipRest() throws IOException {
        int next = characters.read(WITHIN_A_KEY.toMillis());
        if (next == '[' || next == 'O') {
            do {
                next = characters.read(WITHIN_A_KEY.toMillis());
            } while (next >= 0 && next < '@');
        }
    }
}
