package kata.test;

import kata.stage.PrintableText;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what is printed to {@code System.out} and {@code System.err}, and silences {@code
 * java.util.logging}, until it is closed. This process has one of each: only one may be open at a
 * time.
 */
final class CapturedOutput implements AutoCloseable {

    private static final int LIMIT = 100_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger rootLogger = Logger.getLogger("");
    private final List<Handler> handlers = List.of(rootLogger.getHandlers());
    private final Level level = rootLogger.getLevel();
    private final Bounded kept = new Bounded();

    CapturedOutput() {
        handlers.forEach(rootLogger::removeHandler);
        PrintStream both = new PrintStream(kept, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    /** Returns what was printed so far, its end left out if it is long. */
    String text() {
        return kept.text();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        List.of(rootLogger.getHandlers()).forEach(rootLogger::removeHandler);
        handlers.forEach(rootLogger::addHandler);
        rootLogger.setLevel(level);
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
