package counter.store;

import java.util.Objects;

/** A key that notices when a table works with it. Keys of the same name are equal. */
final class WatchedKey {

    private final String name;
    private final Runnable whenUsed;

    WatchedKey(String name, Runnable whenUsed) {
        this.name = name;
        this.whenUsed = whenUsed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatchedKey that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        whenUsed.run();
        return Objects.hash(name);
    }
}
