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

    private static volatile System.Logger logger;

    /** Set if the logger could not be had within a second: each entry would take as long again. */
    private static volatile boolean hasGivenUp;

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
            System.Logger known = known();
            if (known != null && isLoggable(known, level)) {
                String entry = text.get();
                ForeignCode.call(() -> logged(known, level, entry), null);
            }
        } catch (Throwable failed) {
            // There is no other place to tell it.
        }
    }

    /** Returns the logger; null if a finder of somebody's own does not hand it out. */
    private static System.Logger known() {
        if (logger == null && !hasGivenUp) {
            long begin = System.nanoTime();
            logger = ForeignCode.call(() -> System.getLogger("otp"), null);
            hasGivenUp = logger == null && System.nanoTime() - begin >= ForeignCode.PATIENCE_NANOS;
        }
        return logger;
    }

    private static boolean isLoggable(System.Logger logger, Level level) {
        return isOfTheJdk(logger)
                ? logger.isLoggable(level)
                : ForeignCode.call(() -> logger.isLoggable(level), false);
    }

    /** Only what is not needs the fence. */
    private static boolean isOfTheJdk(System.Logger logger) {
        String module = logger.getClass().getModule().getName();
        return "java.base".equals(module) || "java.logging".equals(module);
    }

    private static Void logged(System.Logger logger, Level level, String entry) {
        logger.log(level, entry);
        return null;
    }
}
