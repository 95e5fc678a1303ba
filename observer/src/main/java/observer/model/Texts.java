package observer.model;

import observer.wire.VisibleText;

import otp.EtsName;
import otp.Name;
import otp.Trace;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * The texts of values that are other people's, as they can be shown. Their code runs here, in the
 * observer, and never in the process that is observed. A class whose {@code toString} takes long
 * each time is called by its name once that has taken a second, so that it delays the picture by no
 * more. Taking long once means nothing: the first time, Java prepares how to print a record.
 */
final class Texts {

    static final int NAME = 80;
    static final int MESSAGE = 200;

    private static final long LONG_NANOS = 100_000_000;
    private static final long TOO_LONG_NANOS = 1_000_000_000;

    /** How long printing took in all, of classes for which it has taken long each time of late. */
    private final Map<Class<?>, Long> delays = new WeakHashMap<>();

    /** Returns a short text: of a name, an id, a reason. */
    String name(Object value) {
        return of(value, NAME);
    }

    /** Returns the text of a message or a reason. */
    String message(Object value) {
        return of(value, MESSAGE);
    }

    private String of(Object value, int atMost) {
        Class<?> type = value == null ? Void.class : value.getClass();
        long delay = delays.getOrDefault(type, 0L);
        if (delay >= TOO_LONG_NANOS) {
            return VisibleText.of("a " + type.getSimpleName(), atMost);
        }
        long begin = System.nanoTime();
        String text = Trace.text(value);
        long taken = System.nanoTime() - begin;
        if (taken > LONG_NANOS && !isPlain(value)) {
            delays.put(type, delay + taken);
        } else {
            delays.remove(type);
        }
        return VisibleText.of(text, atMost);
    }

    /** Tells whether no other people's code prints a value: if that took long, the machine did. */
    private static boolean isPlain(Object value) {
        return value instanceof Name<?>
                || value instanceof EtsName<?, ?>
                || value instanceof String;
    }
}
