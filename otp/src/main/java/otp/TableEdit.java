package otp;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a change makes of the rows of one key. It is worked out before the table is locked, because
 * that asks keys and values, whose methods may do anything; and once more if the rows have changed
 * by the time the table is locked. The rest asks nothing but lists of the runtime's own.
 */
final class TableEdit<K, V> {

    private final TableKeys<K, V> keys;
    private final Object key;
    private final UnaryOperator<List<Tuple<K, V>>> edit;
    private TableSlot<K, V> slot;
    private List<Tuple<K, V>> before;
    private List<Tuple<K, V>> after;
    private boolean vacated;

    /**
     * Creates an edit of the rows of a key. The function makes the rows that are to be there of
     * those that are, and null if the change is not to be; it may run several times.
     */
    TableEdit(TableKeys<K, V> keys, Object key, UnaryOperator<List<Tuple<K, V>>> edit) {
        this.keys = keys;
        this.key = key;
        this.edit = edit;
    }

    /** Works out what becomes of the rows; returns false if the change is not to be. */
    boolean workOut() {
        TableSlot<K, V> known = keys.find(key);
        List<Tuple<K, V>> rows = known == null ? TableSlot.none() : known.rows();
        // In this order: a slot that goes after its rows were read is not taken for one that stays.
        boolean isThere = known != null && !known.isGone();
        before = isThere ? rows : TableSlot.none();
        List<Tuple<K, V>> edited = edit.apply(before);
        if (edited == null) {
            return false;
        }
        after = edited.isEmpty() ? TableSlot.none() : edited;
        slot = isThere || after.isEmpty() ? known : keys.findOrAdd(key);
        return true;
    }

    List<Tuple<K, V>> before() {
        return before;
    }

    boolean changesNothing() {
        return after == before;
    }

    /** Returns how many rows come; fewer than 0 if some go. */
    int growth() {
        return after.size() - before.size();
    }

    /** Tells whether the rows are others than those that the edit was worked out for. */
    boolean isOutdated() {
        return slot.rows() != before;
    }

    /** Holds the rows ready, which become visible with the commit. */
    void prepare(TableSlot.Commit commit) {
        slot.prepare(after, commit);
    }

    /** Tidies up after the commit; a slot without rows leaves the table, unless it is to stay. */
    void settle(Predicate<TableSlot<K, V>> stays) {
        if (!after.isEmpty() || stays.test(slot)) {
            slot.set(after);
        } else {
            vacate();
        }
    }

    /** Has the slot leave that was added for a change which did not come to be. */
    void withdraw(Predicate<TableSlot<K, V>> stays) {
        boolean isEmpty = slot != null && !slot.isGone() && slot.rows().isEmpty();
        if (isEmpty && !stays.test(slot)) {
            vacate();
        }
    }

    private void vacate() {
        slot.leave();
        vacated = true;
    }

    /** Forgets the key if its slot has left the table by this edit. */
    void forgetKey() {
        if (vacated) {
            keys.remove(slot);
        }
    }
}
