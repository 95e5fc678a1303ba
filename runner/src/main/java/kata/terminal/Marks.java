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

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String END = "\u001b[0m";

    private static final Marks UNICODE = new Marks("✓", "✗", "·");
    private static final Marks ASCII = new Marks("+", "x", ".");

    /** Returns the same in colour, for a terminal that shows colours. */
    public Marks coloured() {
        return isColoured() ? this : new Marks(GREEN + good + END, RED + bad + END, toCome);
    }

    private boolean isColoured() {
        return good.startsWith(GREEN);
    }

    /** Returns a line of a diff, in colour if these symbols are. */
    public String diff(String line) {
        if (isColoured() && line.startsWith("+")) {
            return GREEN + line + END;
        }
        return isColoured() && line.startsWith("-") ? RED + line + END : line;
    }

    /** Returns the symbols that can be printed in a charset. */
    public static Marks printableIn(Charset charset) {
        String all = UNICODE.good + UNICODE.bad + UNICODE.toCome;
        return charset.newEncoder().canEncode(all) ? UNICODE : ASCII;
    }
}
