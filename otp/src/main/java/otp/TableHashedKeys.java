package otp;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys without an order of their own. They are chained to a ring, so that the way from one to the
 * next is short. As in Erlang there is only one way through them: the last is the first.
 */
final class TableHashedKeys<K, V> implements TableKeys<K, V> {

    private final TableIndex<Link<K, V>> index = new TableIndex<>();

    /** Closes the ring: it comes before the first slot, and after the last. */
    private final Link<K, V> end = new Link<>(null, 0);

    /** A slot in the ring. One that has left it still shows the way on. */
    private static final class Link<K, V> extends TableSlot<K, V> {
        private final int hash;
        private volatile Link<K, V> next = this;
        private Link<K, V> previous = this;

        private Link(Object key, int hash) {
            super(key);
            this.hash = hash;
        }

        private void insertBefore(Link<K, V> successor) {
            next = successor;
            previous = successor.previous;
            previous.next = this;
            successor.previous = this;
        }

        private void leaveRing() {
            previous.next = next;
            next.previous = previous;
        }
    }

    @Override
    public TableSlot<K, V> find(Object key) {
        int hash = key.hashCode();
        return TableIndex.find(index.bucket(hash), hash, key);
    }

    @Override
    public TableSlot<K, V> findOrAdd(Object key) {
        int hash = key.hashCode();
        while (true) {
            TableIndex.Entry<Link<K, V>> bucket = index.bucket(hash);
            Link<K, V> known = TableIndex.find(bucket, hash, key);
            if (known != null && !known.isGone()) {
                return known;
            }
            Link<K, V> added = new Link<>(key, hash);
            if (addUnlessChanged(bucket, added)) {
                return added;
            }
        }
    }

    /** Adds a slot, unless its bucket has changed meanwhile: then its key may be there. */
    private synchronized boolean addUnlessChanged(
            TableIndex.Entry<Link<K, V>> bucket, Link<K, V> added) {
        if (index.bucket(added.hash) != bucket) {
            return false;
        }
        added.insertBefore(goesFirst(added.hash) ? end.next : end);
        index.add(added.hash, added.key(), added);
        return true;
    }

    /** Mixes the order up, so that nobody takes it for one that can be relied on. */
    private static boolean goesFirst(int hash) {
        return hash * 0x9E3779B9 < 0;
    }

    @Override
    public synchronized void remove(TableSlot<K, V> slot) {
        Link<K, V> removed = (Link<K, V>) slot;
        removed.leaveRing();
        index.remove(removed.hash, removed);
    }

    @Override
    public <T> Map<Object, T> newMap() {
        return new LinkedHashMap<>();
    }

    @Override
    public Iterable<TableSlot<K, V>> fromFirst() {
        return () -> new Walk(end.next);
    }

    @Override
    public Iterable<TableSlot<K, V>> fromLast() {
        return fromFirst();
    }

    @Override
    public Iterable<TableSlot<K, V>> after(Object key) {
        TableSlot<K, V> slot = find(key);
        if (slot == null || slot.isGone()) {
            throw TableRefusal.noRow(key);
        }
        return () -> new Walk(((Link<K, V>) slot).next);
    }

    @Override
    public Iterable<TableSlot<K, V>> before(Object key) {
        return after(key);
    }

    private final class Walk implements Iterator<TableSlot<K, V>> {

        private Link<K, V> upcoming;

        private Walk(Link<K, V> first) {
            upcoming = first;
        }

        @Override
        public boolean hasNext() {
            return upcoming != end;
        }

        @Override
        public TableSlot<K, V> next() {
            Link<K, V> current = upcoming;
            upcoming = current.next;
            return current;
        }
    }
}
