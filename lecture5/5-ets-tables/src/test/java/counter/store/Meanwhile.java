package counter.store;

import java.util.function.Consumer;

/**
 * What happens while a table works with a key. A table asks a key for its hash code before it reads
 * the rows of the key and before it changes them; at the first of these moments another process can
 * have its way.
 */
final class Meanwhile {

    /**
     * Enough to come before a read and before a change; a table that tries again comes to an end.
     */
    private static final int MOST = 5;

    private final Consumer<Meanwhile> action;
    private boolean waits = true;
    private int skipped;
    private int times;

    /** Creates what happens from {@link #begin} on, at each use of a key, a few times. */
    Meanwhile(Consumer<Meanwhile> action) {
        this.action = action;
    }

    /** Returns a key at whose use it happens; keys of the same name are equal. */
    Object key(String name) {
        return new Key(name);
    }

    void begin() {
        waits = false;
    }

    /** Begins later: so many uses of a key come first, at which nothing happens. */
    void beginAfter(int uses) {
        skipped = uses;
        begin();
    }

    /** Returns how often it has happened. */
    int times() {
        return times;
    }

    private void happen() {
        if (waits || times == MOST) {
            return;
        }
        if (skipped > 0) {
            skipped--;
            return;
        }
        times++;
        waits = true;
        action.accept(this);
        waits = false;
    }

    private final class Key {

        private final String name;

        private Key(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            happen();
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
