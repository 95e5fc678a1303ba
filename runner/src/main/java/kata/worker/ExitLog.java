package kata.worker;

import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears of {@code System.exit} before anything comes of it: Java writes each call to its own log. A
 * signal, and what shutdown hooks make of the end, are something else.
 */
final class ExitLog extends Handler {

    // Whoever does not hold it may lose it, and what was set.
    private static final Logger EXITS = Logger.getLogger("java.lang.Runtime");
    private static final Pattern STATUS = Pattern.compile("-?\\d+$");

    private final IntConsumer exit;

    private ExitLog(IntConsumer exit) {
        this.exit = exit;
    }

    /** Has somebody hear the code of each call from now on, in the thread that calls. */
    static void tell(IntConsumer exit) {
        EXITS.setUseParentHandlers(false);
        EXITS.setLevel(Level.FINE);
        EXITS.addHandler(new ExitLog(exit));
    }

    @Override
    public void publish(LogRecord call) {
        Matcher status = STATUS.matcher(call.getMessage());
        if (status.find()) {
            exit.accept(Integer.parseInt(status.group()));
        }
    }

    @Override
    public void flush() {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
