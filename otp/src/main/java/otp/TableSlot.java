package otp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of one key: none if the key is not in the table. Any thread reads them at any time; they
 * change while their table is locked.
 *
 * <p>Several slots can change in one moment: each is given its rows with a common commit, and all
 * rows become visible when that is done.
 */
class TableSlot<K, V> {

    /** What a slot holds that has left the table for good: as empty as any, but a list apart. */
    private static final List<?> GONE = Collections.unmodifiableList(new ArrayList<>());

    private static final List<?> NONE = List.of();

    private final Object key;

    /** The rows, or a {@link Prepared} change of them. */
    private volatile Object content = NONE;

    /** Creates a slot without rows. */
    TableSlot(Object key) {
        this.key = key;
    }

    /** Makes all changes visible that were prepared with it. */
    static final class Commit {
        private volatile boolean done;

        void done() {
            done = true;
        }
    }

    private record Prepared<K, V>(
            List<Tuple<K, V>> before, List<Tuple<K, V>> after, Commit commit) {}

    /** Returns the key that the slot was added for; its rows may have an equal one. */
    final Object key() {
        return key;
    }

    /** Returns the rows of a key that has none. */
    @SuppressWarnings("unchecked")
    static <K, V> List<Tuple<K, V>> none() {
        return (List<Tuple<K, V>>) NONE;
    }

    /** Returns the rows, in a list that never changes: as long as it is the same, so are they. */
    @SuppressWarnings("unchecked")
    final List<Tuple<K, V>> rows() {
        Object current = content;
        if (current instanceof Prepared<?, ?>) {
            Prepared<K, V> prepared = (Prepared<K, V>) current;
            return prepared.commit.done ? prepared.after : prepared.before;
        }
        return (List<Tuple<K, V>>) current;
    }

    /** Holds rows ready, which become visible with the commit. */
    final void prepare(List<Tuple<K, V>> after, Commit commit) {
        content = new Prepared<>(rows(), after, commit);
    }

    final void set(List<Tuple<K, V>> rows) {
        content = rows;
    }

    /** Has a slot without rows leave the table: a change of it comes too late from now on. */
    final void leave() {
        content = GONE;
    }

    final boolean isGone() {
        return content == GONE;
    }
}
