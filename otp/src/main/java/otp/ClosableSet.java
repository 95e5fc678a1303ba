package otp;

import java.util.HashSet;
import java.util.Set;

/**
 * A set that takes nothing more once it is closed, so that whoever closes it misses nothing.
 *
 * <p>Any thread may use it. Most processes never put anything in, so it is nearly free until then.
 *
 * @param <T> what it holds
 */
final class ClosableSet<T> {

    private Set<T> elements = Set.of();
    private boolean closed;

    /** Adds an element, unless the set is closed; tells whether it is in the set now. */
    synchronized boolean add(T element) {
        if (closed) {
            return false;
        }
        if (elements.isEmpty()) {
            elements = new HashSet<>(2);
        }
        elements.add(element);
        return true;
    }

    /** Removes an element; tells whether it was there. */
    synchronized boolean remove(T element) {
        return !elements.isEmpty() && elements.remove(element);
    }

    /** Does something if an element is in the set, before anybody can see it go. */
    synchronized void ifContains(T element, Runnable action) {
        if (!closed && elements.contains(element)) {
            action.run();
        }
    }

    /** Returns what is in the set just now. */
    synchronized Set<T> copy() {
        return Set.copyOf(elements);
    }

    /** Closes the set and returns what was in it: nothing, if it was closed before. */
    synchronized Set<T> close() {
        Set<T> last = elements;
        elements = Set.of();
        closed = true;
        return last;
    }
}
