package todo.registry;

import java.util.concurrent.atomic.AtomicInteger;

/** A key that a map takes for any other of its kind until it has compared them, and it counts. */
final class ClumsyKey {

    private final AtomicInteger comparisons = new AtomicInteger();

    /** Returns how often the key has been compared with others. */
    int comparisons() {
        return comparisons.get();
    }

    @Override
    public boolean equals(Object other) {
        comparisons.incrementAndGet();
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
