package otp;

import java.util.Objects;

/**
 * A name for at most one table at a time, such as {@code todo_cache}. The names of tables and the
 * names of processes do not meet.
 *
 * <p>Whoever declares a name says what its table holds; the runtime does not check it. Two names
 * with equal values are the same name.
 *
 * @param <K> the type of the table's keys
 * @param <V> the type of the second elements of the table's rows
 */
public final class EtsName<K, V> implements EtsTable<K, V> {

    private final String value;

    /** The table that had the name when it was last looked up: most often it still has. */
    private volatile LocalTable<K, V> lastFound;

    /** Creates a name; no table needs to have it yet. */
    public EtsName(String value) {
        this.value = Objects.requireNonNull(value, "a name needs a value");
    }

    /** Returns the name itself. */
    public String value() {
        return value;
    }

    /** Returns the table that has the name just now, or null if there is none. */
    LocalTable<K, V> tableOrNull() {
        LocalTable<K, V> table = lastFound;
        if (table == null || !table.isKnownAs(this)) {
            table = EtsTables.named(this);
            lastFound = table;
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EtsName<?, ?> name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the name as Elixir prints an atom, {@code :todo_cache}. */
    @Override
    public String toString() {
        return ":" + value;
    }
}
