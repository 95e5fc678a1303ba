package otp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rows of a table, from its creation or its last clearing on. Who reads never waits for who
 * writes; writers take turns.
 */
final class TableRows<K, V> {

    private static final int PATIENCE = 3;

    private final EtsType type;
    private final TableKeys<K, V> keys;
    private volatile int size;

    /** Counts when a change begins and when it ends: odd while one is under way. */
    private volatile long changes;

    TableRows(EtsType type) {
        this.type = type;
        this.keys =
                type == EtsType.ORDERED_SET ? new TableOrderedKeys<>() : new TableHashedKeys<>();
    }

    int size() {
        return size;
    }

    boolean hasOneRowPerKey() {
        return type == EtsType.SET || type == EtsType.ORDERED_SET;
    }

    List<Tuple<K, V>> lookup(Object key) {
        TableSlot<K, V> slot = keys.find(key);
        return slot == null ? List.of() : slot.rows();
    }

    /** Returns an element of the row of a key; in a bag, of all of them. */
    Object lookupElement(Object key, int position) {
        List<Tuple<K, V>> rows = lookup(key);
        if (rows.isEmpty()) {
            throw new TableRefusal("it has no row with the key " + key);
        }
        List<Object> elements = rows.stream().map(row -> elementOf(row, position)).toList();
        return hasOneRowPerKey() ? elements.getFirst() : elements;
    }

    private static Object elementOf(Tuple<?, ?> row, int position) {
        if (position < 1 || position > row.arity()) {
            throw new TableRefusal(row + " has no element " + position);
        }
        return row.element(position);
    }

    Optional<K> first() {
        return keyOfFirstRowIn(keys.fromFirst());
    }

    Optional<K> last() {
        return keyOfFirstRowIn(keys.fromLast());
    }

    Optional<K> next(Object key) {
        return keyOfFirstRowIn(keys.after(key));
    }

    Optional<K> previous(Object key) {
        return keyOfFirstRowIn(keys.before(key));
    }

    private Optional<K> keyOfFirstRowIn(Iterable<TableSlot<K, V>> slots) {
        for (TableSlot<K, V> slot : slots) {
            List<Tuple<K, V>> rows = slot.rows();
            if (!rows.isEmpty()) {
                return Optional.of(rows.getFirst().key());
            }
        }
        return Optional.empty();
    }

    /** Returns all rows as they are at one moment. */
    List<Tuple<K, V>> all() {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            long before = changes;
            if (before % 2 == 0) {
                List<Tuple<K, V>> rows = collect();
                if (before == changes) {
                    return rows;
                }
            }
        }
        synchronized (this) {
            return collect();
        }
    }

    List<List<Object>> bindings(Tuple<?, ?> pattern) {
        return candidates(pattern).stream()
                .flatMap(row -> TableMatch.of(pattern, row).stream())
                .toList();
    }

    List<Tuple<K, V>> matching(Tuple<?, ?> pattern) {
        return candidates(pattern).stream()
                .filter(row -> TableMatch.of(pattern, row).isPresent())
                .toList();
    }

    /** Returns the rows that a pattern may match, which are few if it says the key. */
    private List<Tuple<K, V>> candidates(Tuple<?, ?> pattern) {
        boolean saysKey = pattern.arity() > 0 && TableMatch.isValue(pattern.key());
        return saysKey ? lookup(pattern.key()) : all();
    }

    private List<Tuple<K, V>> collect() {
        List<Tuple<K, V>> rows = new ArrayList<>(size);
        keys.fromFirst().forEach(slot -> rows.addAll(slot.rows()));
        return rows;
    }

    /** Runs a change while no other runs; the methods below belong into one. */
    synchronized <T> T change(Supplier<T> change) {
        changes++;
        try {
            return change.get();
        } finally {
            changes++;
        }
    }

    void insert(Tuple<K, V> row) {
        checkHasKey(row);
        TableSlot<K, V> slot = keys.findOrAdd(row.key());
        set(slot, merged(slot.rows(), row));
    }

    private static void checkHasKey(Tuple<?, ?> row) {
        if (row.arity() == 0) {
            throw new TableRefusal("an empty tuple has no key");
        }
    }

    /** Inserts rows unless a key of theirs has rows; tells whether it did. */
    boolean insertNew(List<Tuple<K, V>> rows) {
        rows.forEach(TableRows::checkHasKey);
        boolean free = rows.stream().allMatch(row -> lookup(row.key()).isEmpty());
        if (free) {
            insertAll(rows);
        }
        return free;
    }

    /** Inserts rows, all of which become visible in one moment. */
    void insertAll(List<Tuple<K, V>> rows) {
        rows.forEach(TableRows::checkHasKey);
        Map<TableSlot<K, V>, List<Tuple<K, V>>> changed = new LinkedHashMap<>();
        for (Tuple<K, V> row : inOrderOfInsertion(rows)) {
            TableSlot<K, V> slot = keys.findOrAdd(row.key());
            changed.put(slot, merged(changed.getOrDefault(slot, slot.rows()), row));
        }
        publish(changed);
    }

    private void publish(Map<TableSlot<K, V>, List<Tuple<K, V>>> changed) {
        TableSlot.Commit commit = new TableSlot.Commit();
        int rowsBefore = changed.keySet().stream().mapToInt(slot -> slot.rows().size()).sum();
        int rowsAfter = changed.values().stream().mapToInt(List::size).sum();
        changed.forEach((slot, rows) -> slot.prepare(rows, commit));
        commit.done();
        size += rowsAfter - rowsBefore;
        changed.keySet().forEach(TableSlot::settle);
    }

    private void set(TableSlot<K, V> slot, List<Tuple<K, V>> rows) {
        size += rows.size() - slot.rows().size();
        slot.set(rows);
    }

    /** A list goes into a bag from its end; Erlang does not promise it, but does it. */
    private List<Tuple<K, V>> inOrderOfInsertion(List<Tuple<K, V>> rows) {
        return type == EtsType.BAG ? rows.reversed() : rows;
    }

    private List<Tuple<K, V>> merged(List<Tuple<K, V>> before, Tuple<K, V> row) {
        return switch (type) {
            case SET, ORDERED_SET -> List.of(row);
            case BAG -> before.contains(row) ? before : TableRowList.append(before, row);
            case DUPLICATE_BAG -> TableRowList.append(before, row);
        };
    }

    /** Removes the rows of a key, and returns them. */
    List<Tuple<K, V>> remove(Object key) {
        List<Tuple<K, V>> rows = lookup(key);
        removeIf(key, _ -> true);
        return rows;
    }

    /** Removes the rows that equal one. */
    void removeEqual(Tuple<K, V> row) {
        checkHasKey(row);
        removeIf(row.key(), row::equals);
    }

    /** Removes those rows of a key that fulfil a condition. */
    private void removeIf(Object key, Predicate<Tuple<K, V>> condition) {
        TableSlot<K, V> slot = keys.find(key);
        if (slot != null) {
            set(slot, slot.rows().stream().filter(condition.negate()).toList());
            if (slot.rows().isEmpty()) {
                keys.remove(key);
            }
        }
    }

    /** Removes the rows that match a pattern, key by key. */
    void removeMatching(Tuple<?, ?> pattern) {
        matching(pattern).stream()
                .map(Tuple::key)
                .distinct()
                .forEach(key -> removeIf(key, row -> TableMatch.of(pattern, row).isPresent()));
    }
}
