package otp;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A set that takes nothing more once it is closed, so that whoever closes it misses nothing.
 *
 * <p>Any thread may use it. Most processes never put anything in, so it is nearly free until then,
 * and it is again once everything has been removed.
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

    /**
     * Adds an element as {@link #add(Object)} does. If it is new, and a condition holds, something
     * is done before anybody can see it.
     */
    synchronized boolean add(T element, BooleanSupplier condition, Runnable before) {
        if (!closed && !elements.contains(element) && condition.getAsBoolean()) {
            before.run();
        }
        return add(element);
    }

    /** Removes an element, unless the set is closed; tells whether it was there. */
    boolean remove(T element) {
        return remove(element, () -> true);
    }

    /**
     * Removes an element, unless the set is closed. If it was there, something is done before
     * anybody can see that it is gone; it must neither block nor fail. Returns what that tells;
     * false if the element was not there.
     */
    synchronized boolean remove(T element, BooleanSupplier before) {
        if (closed || !elements.contains(element)) {
            return false;
        }
        boolean told = before.getAsBoolean();
        elements.remove(element);
        if (elements.isEmpty()) {
            elements = Set.of();
        }
        return told;
    }

    /** Tells whether an element is in the set. */
    synchronized boolean contains(T element) {
        return elements.contains(element);
    }

    /** Does something if an element is in the set, before anybody can see it go. */
    synchronized void ifContains(T element, Runnable action) {
        if (!closed && elements.contains(element)) {
            action.run();
        }
    }

    /** Returns what is in the set just now: nothing, if it is closed. */
    synchronized Set<T> copy() {
        return closed ? Set.of() : Set.copyOf(elements);
    }

    /** Closes the set. What is in it remains there, for {@link #drain}. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Does something with each element of a closed set, and forgets the element once that has gone
     * well: if it fails, a second call goes on from there. For one thread at a time.
     */
    void drain(Consumer<? super T> action) {
        for (Iterator<T> rest = elements.iterator(); rest.hasNext(); ) {
            action.accept(rest.next());
            rest.remove();
        }
        elements = Set.of();
    }
}
