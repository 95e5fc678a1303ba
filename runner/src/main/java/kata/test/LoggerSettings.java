package kata.test;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * How the loggers of this process are set. They outlive the code that has set them.
 *
 * @param known the settings of those that are there, by their names
 */
record LoggerSettings(Map<String, OfOne> known) {

    private static final OfOne UNTOUCHED = new OfOne(null, List.of(), true, null);
    private static final String ROOT = "";

    /** How one of them is set; the level and the filter may be null. */
    private record OfOne(Level level, List<Handler> handlers, boolean asksParent, Filter filter) {

        static OfOne of(Logger logger) {
            return new OfOne(
                    logger.getLevel(),
                    List.of(logger.getHandlers()),
                    logger.getUseParentHandlers(),
                    logger.getFilter());
        }

        void restore(Logger logger) {
            List.of(logger.getHandlers()).forEach(logger::removeHandler);
            handlers.forEach(logger::addHandler);
            logger.setLevel(level);
            logger.setUseParentHandlers(asksParent);
            logger.setFilter(filter);
        }
    }

    static LoggerSettings now() {
        Map<String, OfOne> settings = new HashMap<>();
        all().forEach((name, logger) -> settings.put(name, OfOne.of(logger)));
        return new LoggerSettings(settings);
    }

    /** Has nothing be printed that is logged. */
    void silence() {
        Logger root = Logger.getLogger(ROOT);
        List.of(root.getHandlers()).forEach(root::removeHandler);
    }

    /** Sets all loggers as they were; those that have come since, as if nobody had touched them. */
    void restore() {
        all().forEach((name, logger) -> known.getOrDefault(name, UNTOUCHED).restore(logger));
    }

    /** A logger that nobody holds may be gone at any time. */
    private static Map<String, Logger> all() {
        LogManager manager = LogManager.getLogManager();
        Map<String, Logger> loggers = new HashMap<>();
        for (String name : Collections.list(manager.getLoggerNames())) {
            loggers.put(name, manager.getLogger(name));
        }
        loggers.values().removeIf(gone -> gone == null);
        return loggers;
    }
}
