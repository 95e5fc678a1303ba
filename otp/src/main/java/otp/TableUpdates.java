package otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes elements of rows where they are, in tables that have one row a key. */
final class TableUpdates {

    private TableUpdates() {}

    /**
     * Adds to elements of a row, and returns what comes out of each; nothing is changed if one
     * fails.
     *
     * @param initial the row to begin with if there is none; null if there has to be one
     */
    static <K, V> List<Long> count(
            TableRows<K, V> rows, K key, List<EtsIncrement> increments, Tuple<K, V> initial) {
        checkOneRowPerKey(rows);
        TableRefusal.unlessNull(increments, "a list of increments");
        List<Long> counters = new ArrayList<>();
        UnaryOperator<List<Tuple<K, V>>> count =
                before -> {
                    counters.clear();
                    Tuple<K, V> row = rowToCount(before, key, initial);
                    return List.of(counted(row, increments, counters));
                };
        try {
            rows.change(key, count);
        } catch (TableRefusal refusal) {
            if (initial != null && initial.arity() > 0) {
                // Erlang has inserted the row by then, and deletes it.
                rows.vacate(key);
            }
            throw refusal;
        }
        return counters;
    }

    private static <K, V> Tuple<K, V> rowToCount(
            List<Tuple<K, V>> known, K key, Tuple<K, V> initial) {
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        if (initial == null) {
            throw TableRefusal.noRow(key);
        }
        if (initial.arity() == 0) {
            throw new TableRefusal("an empty tuple has no key");
        }
        return initial.with(1, key);
    }

    private static <K, V> Tuple<K, V> counted(
            Tuple<K, V> row, List<EtsIncrement> increments, List<Long> counters) {
        Tuple<K, V> counted = row;
        for (EtsIncrement increment : increments) {
            int position = TableRefusal.unlessNull(increment, "an increment").position();
            checkPosition(counted, position);
            Number counter = increment.appliedTo(counted.element(position));
            counted = counted.with(position, counter);
            counters.add(counter.longValue());
        }
        return counted;
    }

    /** Replaces elements of a row, by position; returns false if there is no such row. */
    static <K, V> boolean set(TableRows<K, V> rows, K key, Map<Integer, ?> elements) {
        checkOneRowPerKey(rows);
        TableRefusal.unlessNull(elements, "a map of elements");
        TableEdit<K, V> edit =
                rows.change(
                        key,
                        before ->
                                before.isEmpty()
                                        ? before
                                        : List.of(with(before.getFirst(), elements)));
        return !edit.before().isEmpty();
    }

    private static <K, V> Tuple<K, V> with(Tuple<K, V> row, Map<Integer, ?> elements) {
        Tuple<K, V> changed = row;
        for (Map.Entry<Integer, ?> element : elements.entrySet()) {
            int position = TableRefusal.unlessNull(element.getKey(), "a position");
            checkPosition(changed, position);
            changed =
                    changed.with(
                            position, TableRefusal.unlessNull(element.getValue(), "an element"));
        }
        return changed;
    }

    private static void checkOneRowPerKey(TableRows<?, ?> rows) {
        if (!rows.hasOneRowPerKey()) {
            throw new TableRefusal("it is a bag, where a key does not say which row is meant");
        }
    }

    private static void checkPosition(Tuple<?, ?> row, int position) {
        if (position == 1) {
            throw new TableRefusal("the key cannot be changed, at position 1");
        }
        if (position < 1 || position > row.arity()) {
            throw TableRefusal.noElement(row, position);
        }
    }
}
