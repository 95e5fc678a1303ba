package otp;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keys in Erlang's order of terms. A key need not be in the table to ask what comes after it. */
final class TableOrderedKeys<K, V> implements TableKeys<K, V> {

    private final ConcurrentNavigableMap<Object, TableSlot<K, V>> slots =
            new ConcurrentSkipListMap<>(TableTermOrder.INSTANCE);

    @Override
    public TableSlot<K, V> find(Object key) {
        return slots.get(key);
    }

    @Override
    public TableSlot<K, V> findOrAdd(Object key) {
        TableTermOrder.check(key);
        TableSlot<K, V> added = new TableSlot<>(key);
        while (true) {
            TableSlot<K, V> known = slots.putIfAbsent(key, added);
            if (known == null || known.isGone() && slots.replace(key, known, added)) {
                return added;
            }
            if (!known.isGone()) {
                return known;
            }
        }
    }

    @Override
    public void remove(TableSlot<K, V> slot) {
        slots.remove(slot.key(), slot);
    }

    @Override
    public <T> Map<Object, T> newMap() {
        return new TreeMap<>(TableTermOrder.INSTANCE);
    }

    @Override
    public Iterable<TableSlot<K, V>> fromFirst() {
        return slots.values();
    }

    @Override
    public Iterable<TableSlot<K, V>> fromLast() {
        return slots.descendingMap().values();
    }

    @Override
    public Iterable<TableSlot<K, V>> after(Object key) {
        return slots.tailMap(key, false).values();
    }

    @Override
    public Iterable<TableSlot<K, V>> before(Object key) {
        return slots.headMap(key, false).descendingMap().values();
    }
}
