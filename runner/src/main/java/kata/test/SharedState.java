package kata.test;

import kata.stage.PrintableText;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Holds this process still while a run has it: keeps what is printed to {@code System.out} and
 * {@code System.err}, and silences {@code java.util.logging}. To close it restores all that code
 * can set for the whole process, so that the next run finds what the last one has found. Only one
 * may be open at a time.
 */
final class SharedState implements AutoCloseable {

    private static final int LIMIT = 100_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger rootLogger = Logger.getLogger("");
    private final List<Handler> handlers = List.of(rootLogger.getHandlers());
    private final Level level = rootLogger.getLevel();
    private final Properties properties = System.getProperties();
    private final Properties values = (Properties) properties.clone();
    private final Locale locale = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale formatted = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final InputStream in = System.in;
    private final Bounded kept = new Bounded();

    SharedState() {
        handlers.forEach(rootLogger::removeHandler);
        PrintStream both = new PrintStream(kept, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    /** Returns what was printed so far, its end left out if it is long. */
    String output() {
        return kept.text();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        List.of(rootLogger.getHandlers()).forEach(rootLogger::removeHandler);
        handlers.forEach(rootLogger::addHandler);
        rootLogger.setLevel(level);
        properties.keySet().retainAll(values.keySet());
        properties.putAll(values);
        System.setProperties(properties);
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, formatted);
        TimeZone.setDefault(zone);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        System.setIn(in);
    }

    /** Keeps the first bytes: code that prints for ever must not fill the memory. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long lost;

        @Override
        public synchronized void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] many, int offset, int length) {
            int fitting = Math.min(length, LIMIT - bytes.size());
            bytes.write(many, offset, fitting);
            lost += length - fitting;
        }

        synchronized String text() {
            String text = PrintableText.of(bytes.toString(StandardCharsets.UTF_8));
            return lost == 0 ? text : "%s%n... and %d bytes more%n".formatted(text, lost);
        }
    }
}
