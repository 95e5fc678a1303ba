package otp;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

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
        if (name != null) {
            claim("create", name, table);
        }
        ALL.add(table);
        owner.lifeline().belongings().add(table);
        return table;
    }

    /** Returns the table that is meant just now, or null if there is none. */
    static <K, V> LocalTable<K, V> findOrNull(EtsTable<K, V> reference) {
        return switch (reference) {
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
}
