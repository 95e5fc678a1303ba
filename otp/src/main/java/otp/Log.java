package otp;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/**
 * The runtime's log, the logger named {@code otp}. An entry has been written when the method
 * returns.
 *
 * <p>What writes it is not the runtime's own: filters, formatters and handlers may fail or never
 * return. So no method throws, and none waits for them for more than a second; the entry may be
 * lost then, as it is with Erlang's logger when that is flooded.
 */
final class Log {

    private Log() {}

    /** Apart from the log, so that a logger that cannot be had costs entries and nothing else. */
    private static final class Holder {
        static final System.Logger LOGGER = System.getLogger("otp");
    }

    /** Tells what should not have happened. */
    static void error(Supplier<String> text) {
        write(Level.ERROR, text);
    }

    /** Tells what may be a mistake. */
    static void warning(Supplier<String> text) {
        write(Level.WARNING, text);
    }

    /** Tells what helps to find a fault. */
    static void debug(Supplier<String> text) {
        write(Level.DEBUG, text);
    }

    /**
     * Makes the text in the caller's thread, of {@link Printed} pieces, and only if the level is
     * on: most often it is not, and a helper would cost more than all the rest.
     */
    private static void write(Level level, Supplier<String> text) {
        try {
            if (Holder.LOGGER.isLoggable(level)) {
                String entry = text.get();
                ForeignCode.call(() -> logged(level, entry), null);
            }
        } catch (Throwable failed) {
            // There is no other place to tell it.
        }
    }

    private static Void logged(Level level, String entry) {
        Holder.LOGGER.log(level, entry);
        return null;
    }
}
