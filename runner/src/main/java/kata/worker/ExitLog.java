package kata.worker;

import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears of {@code System.exit} before anything comes of it: Java writes each call to its own log. A
 * signal, and what shutdown hooks make of the end, are something else.
 */
final class ExitLog {

    // Whoever does not hold it may lose it, and what was set.
    private static final Logger EXITS = Logger.getLogger("java.lang.Runtime");
    private static final Pattern STATUS = Pattern.compile("-?\\d+$");

    private ExitLog() {}

    /** Has somebody hear the code of each call from now on, in the thread that calls. */
    static void tell(IntConsumer exit) {
        EXITS.setLevel(Level.FINE);
        EXITS.setFilter(call -> {
            Matcher status = STATUS.matcher(call.getMessage());
            if (status.find()) {
                exit.accept(Integer.parseInt(status.group()));
            }
            // It has been heard, and need not be written.
            return false;
        });
    }
}
