package otp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The slots of a table: what is in all of them at one moment, and how it changes in one moment.
 *
 * <p>The lock is held for a short time only, and nothing runs meanwhile but the runtime's own code.
 */
final class TableSlots<K, V> {

    private static final int PATIENCE = 3;
    private static final int MOST_ATTEMPTS = 100;

    private final TableKeys<K, V> keys;
    private volatile int size;

    /** Counts when a change begins and when it ends: odd while one is put in place. */
    private volatile long changes;

    /** Whether slots without rows keep their place. */
    private boolean fixed;

    /** Those that have lost their rows since then: few, where a table may have very many slots. */
    private final Set<TableSlot<K, V>> emptied = new HashSet<>();

    private final Predicate<TableSlot<K, V>> keeps = this::keeps;

    TableSlots(TableKeys<K, V> keys) {
        this.keys = keys;
    }

    /** Returns the number of rows. */
    int size() {
        return size;
    }

    /** Returns all rows as they are at one moment. */
    List<Tuple<K, V>> all() {
        return atOneMoment(this::collect);
    }

    /** Reads what is there at one moment. The reading must not run foreign code. */
    <R> R atOneMoment(Supplier<R> reading) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            long before = changes;
            if (before % 2 == 0) {
                R read = reading.get();
                if (before == changes) {
                    return read;
                }
            }
        }
        synchronized (this) {
            return reading.get();
        }
    }

    /**
     * Reads what is there at one moment by foreign code, for which no lock may be held: so after a
     * hundred changes that have come in between, it is read once more, whatever comes.
     */
    <R> R atOneMomentIfPossible(Supplier<R> reading) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            long before = changesPutInPlace();
            R read = reading.get();
            if (before == changes) {
                return read;
            }
        }
        return reading.get();
    }

    /** Waits for a change that is being put in place: whoever does that holds the lock. */
    private long changesPutInPlace() {
        long before = changes;
        if (before % 2 == 0) {
            return before;
        }
        synchronized (this) {
            return changes;
        }
    }

    private List<Tuple<K, V>> collect() {
        List<Tuple<K, V>> rows = new ArrayList<>(size);
        keys.fromFirst().forEach(slot -> rows.addAll(slot.rows()));
        return rows;
    }

    /** Puts the edits of different keys in place in one moment; returns false if one refuses. */
    boolean change(List<TableEdit<K, V>> edits) {
        List<TableEdit<K, V>> outdated = edits;
        try {
            while (!outdated.isEmpty()) {
                for (TableEdit<K, V> edit : outdated) {
                    if (!edit.workOut()) {
                        return false;
                    }
                }
                outdated = putInPlace(edits);
            }
            return true;
        } finally {
            if (!outdated.isEmpty()) {
                withdraw(edits);
            }
            forgetKeys(edits);
        }
    }

    /**
     * Keys that have an order are asked for it, and the stack may be full; but what is in place by
     * now must not fail any more. A slot that stays holds no rows, and makes room for the next one
     * of its key.
     */
    private static void forgetKeys(List<? extends TableEdit<?, ?>> edits) {
        try {
            edits.forEach(TableEdit::forgetKey);
        } catch (Throwable failed) {
            // Nobody finds anything in the slot.
        }
    }

    /** Puts edits in place, unless some are outdated: then it returns these, and does nothing. */
    private List<TableEdit<K, V>> putInPlace(List<TableEdit<K, V>> edits) {
        boolean isSingle = edits.size() == 1;
        if (isSingle && edits.getFirst().changesNothing()) {
            return List.of();
        }
        synchronized (this) {
            List<TableEdit<K, V>> outdated = outdated(edits);
            if (outdated.isEmpty()) {
                if (isSingle) {
                    commit(edits.getFirst());
                } else {
                    commit(edits);
                }
            }
            return outdated;
        }
    }

    private static <K, V> List<TableEdit<K, V>> outdated(List<TableEdit<K, V>> edits) {
        List<TableEdit<K, V>> outdated = List.of();
        for (TableEdit<K, V> edit : edits) {
            if (edit.isOutdated()) {
                outdated = TableRowList.append(outdated, edit);
            }
        }
        return outdated;
    }

    private void commit(TableEdit<K, V> edit) {
        int growth = edit.growth();
        changes++;
        try {
            edit.settle(keeps);
            size += growth;
        } finally {
            changes++;
        }
    }

    /** Makes edits visible all at once, or none of them if anything fails before. */
    private void commit(List<TableEdit<K, V>> edits) {
        TableSlot.Commit commit = new TableSlot.Commit();
        int growth = 0;
        changes++;
        try {
            for (TableEdit<K, V> edit : edits) {
                edit.prepare(commit);
                growth += edit.growth();
            }
            commit.done();
            size += growth;
        } finally {
            changes++;
        }
        edits.forEach(edit -> edit.settle(keeps));
    }

    /** Has the slots leave that were added for edits which did not come to be. */
    private synchronized void withdraw(List<TableEdit<K, V>> edits) {
        edits.forEach(edit -> edit.withdraw(keeps));
    }

    /** Has a slot without rows leave, unless it keeps its place; tells whether it has left. */
    synchronized boolean vacate(TableSlot<K, V> slot) {
        if (slot.isGone() || !slot.rows().isEmpty() || keeps(slot)) {
            return false;
        }
        slot.leave();
        return true;
    }

    /** Removes all rows in one moment. */
    synchronized void clear() {
        List<TableSlot<K, V>> full = new ArrayList<>();
        keys.fromFirst()
                .forEach(slot -> {
                    if (!slot.rows().isEmpty()) {
                        full.add(slot);
                    }
                });
        full.forEach(this::keeps);
        TableSlot.Commit commit = new TableSlot.Commit();
        changes++;
        try {
            full.forEach(slot -> slot.prepare(TableSlot.none(), commit));
            commit.done();
            size = 0;
        } finally {
            changes++;
        }
        full.forEach(slot -> slot.set(TableSlot.none()));
    }

    /** Says whether slots without rows keep their place. */
    void fix(boolean fix) {
        setFixed(fix).forEach(keys::remove);
    }

    /** Returns the slots that have left the table for want of rows. */
    private synchronized List<TableSlot<K, V>> setFixed(boolean fix) {
        fixed = fix;
        if (fix) {
            return List.of();
        }
        List<TableSlot<K, V>> left =
                emptied.stream().filter(slot -> !slot.isGone() && slot.rows().isEmpty()).toList();
        left.forEach(TableSlot::leave);
        emptied.clear();
        return left;
    }

    /** Tells whether a slot keeps its place that has no rows any more, until it may leave. */
    private boolean keeps(TableSlot<K, V> slot) {
        if (fixed) {
            emptied.add(slot);
        }
        return fixed;
    }
}
