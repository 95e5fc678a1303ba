package otp;

import otp.Registry.Entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A key of a registry, with its entries in the order in which they were registered. Any thread may
 * use it; nothing foreign runs while it is locked.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
final class RegistryKey<M, V> extends ForeignKeys.Element {

    private final SequencedSet<RegistryEntry<M, V>> entries = new LinkedHashSet<>(2);

    /** What lookups find; null if it has to be made of the entries first. */
    private volatile List<Entry<M, V>> found;

    /** Whether the last entry is gone, so that the key itself has to go. */
    private boolean isForgotten;

    RegistryKey(Object key, int hash) {
        super(key, hash);
    }

    /**
     * Adds an entry, unless there is one and the key is not to be shared.
     *
     * @return the entry that has the key then, this one or the other; null if the key has just been
     *     forgotten, and has to be looked for again
     */
    synchronized RegistryEntry<M, V> add(RegistryEntry<M, V> entry, boolean isShared) {
        if (isForgotten) {
            return null;
        }
        if (!isShared && !entries.isEmpty()) {
            return entries.getFirst();
        }
        entries.add(entry);
        found = null;
        return entry;
    }

    /** Tells whether an entry is one of the key's: it is not if the key was another's. */
    synchronized boolean holds(RegistryEntry<M, V> entry) {
        return entries.contains(entry);
    }

    /** Removes an entry, if it is there; returns whether the key has none any more. */
    synchronized boolean remove(RegistryEntry<M, V> entry) {
        entries.remove(entry);
        found = null;
        isForgotten = entries.isEmpty();
        return isForgotten;
    }

    /** Replaces the value of an entry, if it is there; tells whether it is. */
    synchronized boolean update(RegistryEntry<M, V> entry, V value) {
        if (!entries.contains(entry)) {
            return false;
        }
        entry.value(value);
        found = null;
        return true;
    }

    /** Returns the entries; some of their processes may have been told to end. */
    List<Entry<M, V>> entries() {
        List<Entry<M, V>> known = found;
        return known == null ? copied() : known;
    }

    private synchronized List<Entry<M, V>> copied() {
        found = entries.stream().map(entry -> new Entry<>(entry.process(), entry.value())).toList();
        return found;
    }
}
