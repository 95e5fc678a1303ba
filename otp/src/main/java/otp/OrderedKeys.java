package otp;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keys in Erlang's order of terms. A key need not be in the table to ask what comes after it. */
final class OrderedKeys<K, V> implements Keys<K, V> {

    private final ConcurrentNavigableMap<Object, Slot<K, V>> slots =
            new ConcurrentSkipListMap<>(TermOrder.INSTANCE);

    @Override
    public Slot<K, V> find(Object key) {
        return slots.get(key);
    }

    @Override
    public Slot<K, V> findOrAdd(Object key) {
        TermOrder.check(key);
        return slots.computeIfAbsent(key, _ -> new Slot<>());
    }

    @Override
    public void remove(Object key) {
        slots.remove(key);
    }

    @Override
    public Iterable<Slot<K, V>> fromFirst() {
        return slots.values();
    }

    @Override
    public Iterable<Slot<K, V>> fromLast() {
        return slots.descendingMap().values();
    }

    @Override
    public Iterable<Slot<K, V>> after(Object key) {
        return slots.tailMap(key, false).values();
    }

    @Override
    public Iterable<Slot<K, V>> before(Object key) {
        return slots.headMap(key, false).descendingMap().values();
    }
}
