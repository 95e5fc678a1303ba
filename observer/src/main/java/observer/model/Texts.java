package observer.model;

import observer.wire.VisibleText;

import otp.EtsName;
import otp.Name;
import otp.Trace;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The texts of values that are other people's, as they can be shown. Their code runs here, in the
 * observer, and never in the process that is observed. A class whose {@code toString} has taken
 * long once is called by its name from then on, so that it delays the picture only once.
 */
final class Texts {

    static final int NAME = 80;
    static final int MESSAGE = 200;

    private static final long LONG_NANOS = 100_000_000;

    private final Set<Class<?>> slow = Collections.newSetFromMap(new WeakHashMap<>());

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
        if (slow.contains(type)) {
            return VisibleText.of("a " + type.getSimpleName(), atMost);
        }
        long begin = System.nanoTime();
        String text = Trace.text(value);
        if (System.nanoTime() - begin > LONG_NANOS && !isPlain(value)) {
            slow.add(type);
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
