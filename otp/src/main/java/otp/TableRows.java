package otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The rows of a table, from its creation or its last clearing on.
 *
 * <p>Keys and values are not the runtime's own, and their {@code equals}, {@code hashCode} and
 * {@code compareTo} may do anything: fail, never return, or use this very table. So no lock is held
 * while they run. A change is worked out first, and then put in place in one moment, unless the
 * rows are others by then: in that case it is worked out again.
 */
final class TableRows<K, V> {

    private final EtsType type;
    private final TableKeys<K, V> keys;
    private final TableSlots<K, V> slots;

    TableRows(EtsType type) {
        this.type = type;
        this.keys =
                type == EtsType.ORDERED_SET ? new TableOrderedKeys<>() : new TableHashedKeys<>();
        this.slots = new TableSlots<>(keys);
    }

    int size() {
        return slots.size();
    }

    EtsType type() {
        return type;
    }

    boolean hasOneRowPerKey() {
        return type == EtsType.SET || type == EtsType.ORDERED_SET;
    }

    List<Tuple<K, V>> lookup(Object key) {
        TableSlot<K, V> slot = keys.find(checked(key));
        return slot == null ? TableSlot.none() : slot.rows();
    }

    /** Refuses null; here, since the compiler does not inline a method of an exception. */
    private static Object checked(Object key) {
        if (key == null) {
            throw TableRefusal.ofNull("a key");
        }
        return key;
    }

    Optional<K> first() {
        return slots.atOneMoment(() -> keyOfFirstRowIn(keys.fromFirst()));
    }

    Optional<K> last() {
        return slots.atOneMoment(() -> keyOfFirstRowIn(keys.fromLast()));
    }

    Optional<K> next(Object key) {
        checked(key);
        return slots.atOneMomentIfPossible(() -> keyOfFirstRowIn(keys.after(key)));
    }

    Optional<K> previous(Object key) {
        checked(key);
        return slots.atOneMomentIfPossible(() -> keyOfFirstRowIn(keys.before(key)));
    }

    /** One row may leave before another that has come in its place is seen: so at one moment. */
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
        return slots.all();
    }

    /**
     * Replaces the rows of a key by what a function makes of them. The function may run several
     * times; one that returns the very rows that it is given changes nothing.
     */
    TableEdit<K, V> change(Object key, UnaryOperator<List<Tuple<K, V>>> function) {
        TableEdit<K, V> edit = new TableEdit<>(keys, checked(key), function);
        slots.change(List.of(edit));
        return edit;
    }

    void insert(Tuple<K, V> row) {
        checkHasKey(row);
        change(row.key(), before -> merged(before, row));
    }

    private static void checkHasKey(Tuple<?, ?> row) {
        if (TableRefusal.unlessNull(row, "a row").arity() == 0) {
            throw new TableRefusal("an empty tuple has no key");
        }
    }

    /** Inserts rows unless a key of theirs has rows; tells whether it did. */
    boolean insertNew(List<Tuple<K, V>> rows) {
        return insertAll(rows, before -> before.isEmpty());
    }

    /** Inserts rows, all of which become visible in one moment. */
    void insertAll(List<Tuple<K, V>> rows) {
        insertAll(rows, _ -> true);
    }

    private boolean insertAll(List<Tuple<K, V>> rows, Predicate<List<Tuple<K, V>>> condition) {
        TableRefusal.unlessNull(rows, "a list of rows").forEach(TableRows::checkHasKey);
        Map<Object, List<Tuple<K, V>>> byKey = keys.newMap();
        for (Tuple<K, V> row : inOrderOfInsertion(rows)) {
            byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row);
        }
        List<TableEdit<K, V>> edits = new ArrayList<>();
        byKey.forEach((key, added) ->
                edits.add(
                        new TableEdit<>(
                                keys,
                                key,
                                before -> condition.test(before) ? merged(before, added) : null)));
        return slots.change(edits);
    }

    /** A list goes into a bag from its end; Erlang does not promise it, but does it. */
    private List<Tuple<K, V>> inOrderOfInsertion(List<Tuple<K, V>> rows) {
        return type == EtsType.BAG ? rows.reversed() : rows;
    }

    private List<Tuple<K, V>> merged(List<Tuple<K, V>> before, List<Tuple<K, V>> added) {
        List<Tuple<K, V>> rows = before;
        for (Tuple<K, V> row : added) {
            rows = merged(rows, row);
        }
        return rows;
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
        return change(key, _ -> TableSlot.none()).before();
    }

    /** Leaves a key without rows behind as if its row had been deleted. */
    void vacate(K key) {
        TableSlot<K, V> slot = keys.findOrAdd(key);
        if (slots.vacate(slot)) {
            keys.remove(slot);
        }
    }

    /** Removes the rows that equal one. */
    void removeEqual(Tuple<K, V> row) {
        checkHasKey(row);
        removeIf(row.key(), row::equals);
    }

    /** Removes those rows of a key that fulfil a condition; returns how many. */
    int removeIf(Object key, Predicate<? super Tuple<K, V>> condition) {
        return -change(key, before -> without(before, condition)).growth();
    }

    private static <T> List<T> without(List<T> rows, Predicate<? super T> condition) {
        List<T> others = rows.stream().filter(row -> !condition.test(row)).toList();
        return others.size() == rows.size() ? rows : others;
    }

    /** Removes all rows in one moment. */
    void clear() {
        slots.clear();
    }

    /**
     * Says whether keys without rows keep their place, so that a walk goes on from them. In an
     * ordered set a walk goes on from any key.
     */
    void fix(boolean fix) {
        if (type != EtsType.ORDERED_SET) {
            slots.fix(fix);
        }
    }
}
