package otp;

/**
 * Finds slots by the hash codes of their keys. It differs from the JDK's maps in what it leaves
 * out: it asks no key, whose methods may do anything, while it is changed. Any thread reads at any
 * time, one at a time writes.
 *
 * @param <S> the type of the slots
 */
final class TableIndex<S> {

    private static final int FIRST_LENGTH = 16;
    private static final int GREATEST_LENGTH = 1 << 30;

    /** The buckets; written after each change of one, so that readers see that one, too. */
    private volatile Entry<S>[] buckets = newBuckets(FIRST_LENGTH);

    private int size;

    /**
     * A slot and the other entries of its bucket. It never changes, so that a reader sees each
     * bucket as it is at one moment.
     */
    record Entry<S>(int hash, Object key, S slot, Entry<S> next) {

        /** Returns the entry with others behind it. */
        Entry<S> before(Entry<S> others) {
            return others == next ? this : new Entry<>(hash, key, slot, others);
        }
    }

    /** Returns the first entry in the bucket of a hash code, or null if that is empty. */
    Entry<S> bucket(int hash) {
        Entry<S>[] current = buckets;
        return current[indexOf(hash, current)];
    }

    /** Returns the slot of a key in a bucket, or null if it is not there. */
    static <S> S find(Entry<S> bucket, int hash, Object key) {
        for (Entry<S> entry = bucket; entry != null; entry = entry.next) {
            if (entry.hash == hash && (key == entry.key || key.equals(entry.key))) {
                return entry.slot;
            }
        }
        return null;
    }

    void add(int hash, Object key, S slot) {
        Entry<S>[] current = roomForOneMore();
        int index = indexOf(hash, current);
        current[index] = new Entry<>(hash, key, slot, current[index]);
        size++;
        buckets = current;
    }

    /** Half of the buckets stay empty, so that a key is most often alone in its own. */
    private Entry<S>[] roomForOneMore() {
        Entry<S>[] current = buckets;
        if (size < current.length / 2 || current.length == GREATEST_LENGTH) {
            return current;
        }
        Entry<S>[] larger = newBuckets(current.length * 2);
        for (Entry<S> bucket : current) {
            for (Entry<S> entry = bucket; entry != null; entry = entry.next) {
                int index = indexOf(entry.hash, larger);
                larger[index] = entry.before(larger[index]);
            }
        }
        return larger;
    }

    void remove(int hash, S slot) {
        Entry<S>[] current = buckets;
        int index = indexOf(hash, current);
        Entry<S> others = null;
        for (Entry<S> entry = current[index]; entry != null; entry = entry.next) {
            if (entry.slot != slot) {
                others = entry.before(others);
            }
        }
        current[index] = others;
        size--;
        buckets = current;
    }

    /** Spreads the hash codes, of which many differ only in their upper bits. */
    private static int indexOf(int hash, Object[] buckets) {
        return (hash ^ hash >>> 16) & buckets.length - 1;
    }

    @SuppressWarnings("unchecked")
    private static <S> Entry<S>[] newBuckets(int length) {
        return (Entry<S>[]) new Entry<?>[length];
    }
}
