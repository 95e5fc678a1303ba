package otp;

import java.util.List;

/**
 * The rows of one key: none if the key is not in the table. Any thread reads, one at a time writes.
 *
 * <p>Several slots can change in one moment: each prepares its change, and all changes become
 * visible with their common commit.
 */
class TableSlot<K, V> {

    private volatile List<Tuple<K, V>> rows = List.of();
    private volatile Change<K, V> change;

    /** Makes the changes visible that were prepared with it. */
    static final class Commit {
        private volatile boolean done;

        void done() {
            done = true;
        }
    }

    private record Change<K, V>(List<Tuple<K, V>> rows, Commit commit) {}

    final List<Tuple<K, V>> rows() {
        Change<K, V> current = change;
        return current != null && current.commit.done ? current.rows : rows;
    }

    final void set(List<Tuple<K, V>> changed) {
        rows = changed;
    }

    /** Holds rows ready, which nobody sees before the commit is done. */
    final void prepare(List<Tuple<K, V>> changed, Commit commit) {
        change = new Change<>(changed, commit);
    }

    /** Tidies up after the commit. */
    final void settle() {
        rows = change.rows;
        change = null;
    }
}
