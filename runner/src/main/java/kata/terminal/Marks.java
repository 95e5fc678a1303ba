package kata.terminal;

import java.nio.charset.Charset;

/**
 * The symbols beside the words that tell good from bad.
 *
 * @param good for what is solved or has passed
 * @param bad for what is not solved or has failed
 * @param toCome for what is not there yet
 */
public record Marks(String good, String bad, String toCome) {

    private static final Marks UNICODE = new Marks("✓", "✗", "·");
    private static final Marks ASCII = new Marks("+", "x", ".");

    /** Returns the symbols that can be printed in a charset. */
    public static Marks printableIn(Charset charset) {
        String all = UNICODE.good + UNICODE.bad + UNICODE.toCome;
        return charset.newEncoder().canEncode(all) ? UNICODE : ASCII;
    }
}
