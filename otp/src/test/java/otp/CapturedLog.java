package otp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Collects what the runtime logs, from its creation until it is closed. */
final class CapturedLog extends Handler implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    CapturedLog() {
        QuietLog.LOGGER.addHandler(this);
    }

    List<String> errors() {
        return texts(Level.SEVERE);
    }

    List<String> warnings() {
        return texts(Level.WARNING);
    }

    private List<String> texts(Level level) {
        return records.stream()
                .filter(entry -> entry.getLevel().equals(level))
                .map(new SimpleFormatter()::formatMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        QuietLog.LOGGER.removeHandler(this);
    }
}
