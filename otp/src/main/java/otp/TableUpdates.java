package otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Tuple<K, V> row = rowToCount(rows, key, initial);
        List<Long> counters = new ArrayList<>();
        for (EtsIncrement increment : increments) {
            checkPosition(row, increment.position());
            Object counter = increment.appliedTo(row.element(increment.position()));
            row = row.with(increment.position(), counter);
            counters.add(((Number) counter).longValue());
        }
        rows.insert(row);
        return counters;
    }

    private static <K, V> Tuple<K, V> rowToCount(TableRows<K, V> rows, K key, Tuple<K, V> initial) {
        checkOneRowPerKey(rows);
        List<Tuple<K, V>> known = rows.lookup(key);
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        if (initial == null) {
            throw new TableRefusal("it has no row with the key " + key);
        }
        return initial.with(1, key);
    }

    /** Replaces elements of a row, by position; returns false if there is no such row. */
    static <K, V> boolean set(TableRows<K, V> rows, K key, Map<Integer, ?> elements) {
        checkOneRowPerKey(rows);
        List<Tuple<K, V>> known = rows.lookup(key);
        if (known.isEmpty()) {
            return false;
        }
        Tuple<K, V> row = known.getFirst();
        for (Map.Entry<Integer, ?> element : elements.entrySet()) {
            checkPosition(row, element.getKey());
            row = row.with(element.getKey(), element.getValue());
        }
        rows.insert(row);
        return true;
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
            throw new TableRefusal(row + " has no element " + position);
        }
    }
}
