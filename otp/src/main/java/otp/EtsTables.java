package otp;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every table there is, found by its name if it has one. */
final class EtsTables {

    private static final Set<LocalTable<?, ?>> ALL = ConcurrentHashMap.newKeySet();
    private static final ConcurrentMap<EtsName<?, ?>, LocalTable<?, ?>> BY_NAME =
            new ConcurrentHashMap<>();

    private EtsTables() {}

    /** Creates a table that the calling process owns; its name is null if it has none. */
    static <K, V> LocalTable<K, V> create(EtsOptions options, EtsName<K, V> name) {
        LocalProcess<?> owner = ProcessTable.current();
        LocalTable<K, V> table = new LocalTable<>(options, name, owner);
        table.appear();
        return table;
    }

    /** Lists a table, under its name if it has one. */
    static void add(LocalTable<?, ?> table, LocalProcess<?> owner) {
        if (table.name() != null) {
            claim("create", table.name(), table);
        }
        if (Tracing.isOn()) {
            Tracing.tell(() -> new TableEvent.Created(table.reference(), owner));
        }
        ALL.add(table);
    }

    /**
     * Returns the table that is meant just now, or null if there is none. Every function comes
     * through here, so it is the place where the calling process is checked.
     */
    static <K, V> LocalTable<K, V> findOrNull(EtsTable<K, V> reference) {
        ProcessTable.checkCaller();
        return switch (reference) {
            case null -> throw new EtsException("null is no table");
            case LocalTable<K, V> table -> table;
            case EtsName<K, V> name -> name.tableOrNull();
        };
    }

    /** Returns the table that has a name, or null if there is none. */
    @SuppressWarnings("unchecked")
    static <K, V> LocalTable<K, V> named(EtsName<K, V> name) {
        return (LocalTable<K, V>) BY_NAME.get(name);
    }

    /** Returns the table that is meant just now. */
    static <K, V> LocalTable<K, V> find(String operation, EtsTable<K, V> reference) {
        LocalTable<K, V> table = findOrNull(reference);
        if (table == null) {
            throw EtsException.noTable(operation, reference);
        }
        return table;
    }

    /** Gives a name to a table. */
    static void claim(String operation, EtsName<?, ?> name, LocalTable<?, ?> table) {
        if (BY_NAME.putIfAbsent(name, table) != null) {
            throw new EtsException(operation, name, "another table has the name");
        }
    }

    /** Frees a name that the table has. */
    static void release(EtsName<?, ?> name, LocalTable<?, ?> table) {
        BY_NAME.remove(name, table);
    }

    /** Forgets a table. */
    static void remove(LocalTable<?, ?> table) {
        if (table.name() != null) {
            release(table.name(), table);
        }
        ALL.remove(table);
    }

    static List<EtsTable<?, ?>> all() {
        return ALL.stream().<EtsTable<?, ?>>map(LocalTable::reference).toList();
    }

    /** Reads the rows of the table that is meant just now. */
    static <K, V, T> T read(
            String operation, EtsTable<K, V> table, Function<TableRows<K, V>, T> reading) {
        return find(operation, table).read(operation, reading);
    }

    /** Changes the rows of the table that is meant just now. */
    static <K, V, T> T write(
            String operation, EtsTable<K, V> table, Function<TableRows<K, V>, T> change) {
        return find(operation, table).write(operation, change);
    }

    /** Like {@link #write}, for a change that returns nothing. */
    static <K, V> void change(
            String operation, EtsTable<K, V> table, Consumer<TableRows<K, V>> change) {
        write(
                operation,
                table,
                rows -> {
                    change.accept(rows);
                    return null;
                });
    }
}
