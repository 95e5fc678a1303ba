package otp;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TableKeys without an order of their own. They are chained as they came, so that the way from one
 * to the next is short. As in Erlang there is only one way through them: the last is the first.
 */
final class TableHashedKeys<K, V> implements TableKeys<K, V> {

    private final Map<Object, Link<K, V>> slots = new ConcurrentHashMap<>();

    /** Closes the chain to a ring: it comes before the first slot, and after the last. */
    private final Link<K, V> end = new Link<>();

    /** A slot in the chain. One that has left it still shows the way on. */
    private static final class Link<K, V> extends TableSlot<K, V> {
        private volatile Link<K, V> next = this;
        private Link<K, V> previous = this;

        private void insertBefore(Link<K, V> successor) {
            next = successor;
            previous = successor.previous;
            previous.next = this;
            successor.previous = this;
        }

        private void leave() {
            previous.next = next;
            next.previous = previous;
        }
    }

    @Override
    public TableSlot<K, V> find(Object key) {
        return slots.get(key);
    }

    @Override
    public TableSlot<K, V> findOrAdd(Object key) {
        Link<K, V> known = slots.get(key);
        if (known != null) {
            return known;
        }
        Link<K, V> added = new Link<>();
        slots.put(key, added);
        added.insertBefore(end);
        return added;
    }

    @Override
    public void remove(Object key) {
        slots.remove(key).leave();
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
        Link<K, V> slot = slots.get(key);
        if (slot == null) {
            throw new TableRefusal("it has no row with the key " + key);
        }
        return () -> new Walk(slot.next);
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
