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

    private static final String NAME = "otp";

    private Log() {}

    /**
     * The logger of the program's choice.
     *
     * @param logger the logger
     * @param isOfTheJdk whether nothing but the JDK's own code tells which levels are on
     */
    private record Known(System.Logger logger, boolean isOfTheJdk) {

        boolean isLoggable(Level level) {
            return isOfTheJdk
                    ? logger.isLoggable(level)
                    : ForeignCode.call(() -> logger.isLoggable(level), false);
        }
    }

    private static volatile Known known;

    /** Set once a program's own finder may have been asked, which may take as long as it likes. */
    private static volatile boolean isAsked;

    /**
     * Set if the logger could not be had within a second: each entry would take as long again.
     * Should it be found all the same, later entries go there.
     */
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
            Known logger = known();
            if (logger != null && logger.isLoggable(level)) {
                String entry = text.get();
                ForeignCode.call(() -> logged(logger.logger(), level, entry), null);
            }
        } catch (Throwable failed) {
            // There is no other place to tell it.
        }
    }

    /** Returns the logger; null if a finder of somebody's own does not hand it out in time. */
    private static Known known() {
        if (known == null && !hasGivenUp) {
            long begin = System.nanoTime();
            ForeignCode.call(Log::find, null);
            boolean isLate = System.nanoTime() - begin >= ForeignCode.PATIENCE_NANOS;
            hasGivenUp = isAsked && known == null && isLate;
        }
        return known;
    }

    /** Notes the logger itself: on a busy machine nobody may wait for it any more. */
    private static Void find() {
        isAsked = true;
        System.Logger logger = System.getLogger(NAME);
        known = new Known(logger, isOfTheJdk(logger));
        return null;
    }

    /** The JDK's logging may have a logger of somebody's own class behind its own. */
    private static boolean isOfTheJdk(System.Logger logger) {
        return switch (logger.getClass().getModule().getName()) {
            case "java.base" -> true;
            case "java.logging" ->
                    java.util.logging.Logger.getLogger(NAME).getClass()
                            == java.util.logging.Logger.class;
            case null, default -> false;
        };
    }

    private static Void logged(System.Logger logger, Level level, String entry) {
        logger.log(level, entry);
        return null;
    }
}
