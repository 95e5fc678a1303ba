package kata.watch;

import org.jline.utils.NonBlockingReader;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The keys of a terminal, one at a time. */
record Keys(NonBlockingReader characters) {

    static final char CONTROL_C = 3;
    static final char BACKSPACE = '\b';
    static final char CONTROL_Z = 26;
    static final char ESCAPE = 27;

    /** Keys that are no character stand where Unicode has none. */
    static final char UP = '\uE000';

    static final char DOWN = '\uE001';
    static final char PAGE_UP = '\uE002';
    static final char PAGE_DOWN = '\uE003';
    static final char OTHER = '\uE004';

    /** What follows is pasted, where the terminal was asked to tell. */
    static final char PASTE = '\uE005';

    private static final char DELETE = 127;
    private static final Map<String, Character> SEQUENCES =
            Map.of("A", UP, "B", DOWN, "5~", PAGE_UP, "6~", PAGE_DOWN, "200~", PASTE);
    private static final String END_OF_PASTE = "\u001b[201~";
    private static final Duration WITHIN_A_KEY = Duration.ofMillis(20);
    private static final Duration WITHIN_A_PASTE = Duration.ofSeconds(1);

    /**
     * Waits for a key, for at most this long.
     *
     * @return its character, or what {@link NonBlockingReader} has for none
     */
    int read(Duration time) throws IOException {
        int first = characters.read(time.toMillis());
        return switch (first) {
            case ESCAPE -> sequence();
            case DELETE -> BACKSPACE;
            default -> first;
        };
    }

    /** An arrow comes as ESC [ A or ESC O A, and other keys with numbers before the letter. */
    private char sequence() throws IOException {
        int next = characters.read(WITHIN_A_KEY.toMillis());
        if (next < 0) {
            return ESCAPE;
        }
        if (next != '[' && next != 'O') {
            return OTHER;
        }
        var rest = new StringBuilder();
        do {
            next = characters.read(WITHIN_A_KEY.toMillis());
            rest.append((char) next);
        } while (next >= 0 && next < '@');
        return SEQUENCES.getOrDefault(rest.toString(), OTHER);
    }

    /** Returns what is pasted, once it has come to its end or nothing more comes. */
    String pasted() throws IOException {
        var text = new StringBuilder();
        int next = characters.read(WITHIN_A_PASTE.toMillis());
        while (next >= 0) {
            text.append((char) next);
            int end = text.length() - END_OF_PASTE.length();
            if (text.indexOf(END_OF_PASTE, end) >= 0) {
                return text.substring(0, end);
            }
            next = characters.read(WITHIN_A_PASTE.toMillis());
        }
        return text.toString();
    }
}
