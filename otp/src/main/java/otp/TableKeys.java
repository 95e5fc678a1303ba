package otp;

import java.util.Map;

/**
 * The keys of a table and their slots. Any thread may use them at any time. A walk through the
 * slots meets every one that was there all the time; those that come or go meanwhile it may meet or
 * not.
 *
 * <p>To find a key, or a place for it, is to ask the keys, whose {@code equals}, {@code hashCode}
 * and {@code compareTo} may do anything: no lock is held meanwhile. A walk from the first or the
 * last slot asks no key.
 */
interface TableKeys<K, V> {

    /** Returns the slot of a key, or null if there is none. It may have gone just now. */
    TableSlot<K, V> find(Object key);

    /** Returns the slot of a key; a new one is empty. */
    TableSlot<K, V> findOrAdd(Object key);

    /** Forgets a slot, which has gone. */
    void remove(TableSlot<K, V> slot);

    /** Returns a map that has the same notion of which keys are one as the table. */
    <T> Map<Object, T> newMap();

    /** Returns the slots from the first on. */
    Iterable<TableSlot<K, V>> fromFirst();

    /**
     * Returns the slots from the last on, backwards; as {@link #fromFirst} if there is no order.
     */
    Iterable<TableSlot<K, V>> fromLast();

    /** Returns the slots after that of a key. */
    Iterable<TableSlot<K, V>> after(Object key);

    /** Returns the slots before that of a key, backwards; as {@link #after} without an order. */
    Iterable<TableSlot<K, V>> before(Object key);
}
