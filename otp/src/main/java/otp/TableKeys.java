package otp;

/**
 * The keys of a table and their slots. Any thread reads, one at a time writes. Who goes through the
 * slots sees what was there all the time, and may or may not see what comes or goes meanwhile.
 */
interface TableKeys<K, V> {

    /** Returns the slot of a key, or null if there is none. */
    TableSlot<K, V> find(Object key);

    /** Returns the slot of a key; a new one is empty. */
    TableSlot<K, V> findOrAdd(Object key);

    /** Removes a key, whose slot is empty already. */
    void remove(Object key);

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
