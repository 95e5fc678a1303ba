package otp;

import otp.Registry.Entry;
import otp.Registry.Registration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The entries of a registry, and which process has which of them. Any process may use it.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
final class RegistryTable<M, V> implements Belonging {

    private static final Map<String, RegistryTable<?, ?>> BY_NAME = new ConcurrentHashMap<>();

    private final String name;
    private final LocalProcess<?> server;
    private final RegistryEntries<M, V> entries;

    /** Whoever was linked with the registry before it began, and remains so. */
    private final Set<LocalProcess<?>> parents;

    private final ConcurrentMap<LocalProcess<?>, Set<Object>> keysOf = new ConcurrentHashMap<>();

    private RegistryTable(String name, LocalProcess<?> server, RegistryEntries<M, V> entries) {
        this.name = name;
        this.server = server;
        this.entries = entries;
        this.parents = server.links().copy();
    }

    /** Opens the table of a registry, which belongs to the calling process. */
    static RegistryTable<?, ?> open(String name, Registry.Keys keys) {
        RegistryEntries<?, ?> entries =
                switch (keys) {
                    case UNIQUE -> new UniqueEntries<>();
                    case DUPLICATE -> new DuplicateEntries<>();
                };
        RegistryTable<?, ?> table = new RegistryTable<>(name, ProcessTable.current(), entries);
        table.server.belongings().add(table);
        BY_NAME.put(name, table);
        return table;
    }

    static RegistryTable<?, ?> named(String name) {
        RegistryTable<?, ?> table = BY_NAME.get(name);
        if (table == null) {
            throw new IllegalArgumentException(
                    "there is no registry :%s: start it before it is used".formatted(name));
        }
        return table;
    }

    RegistryTable<M, V> withUniqueKeys() {
        if (entries instanceof DuplicateEntries) {
            throw new IllegalArgumentException(
                    "the keys of the registry :%s cannot be names: start it with unique keys"
                            .formatted(name));
        }
        return this;
    }

    Registration<M> register(LocalProcess<M> process, Object key, V value) {
        noteKey(process, key);
        Optional<Pid<M>> holder = entries.add(key, new Entry<>(process, value));
        if (holder.isPresent()) {
            if (holder.get() != process) {
                forgetKey(process, key);
            }
            return new Registration.AlreadyRegistered<>(holder.get());
        }
        if (!process.isAlive()) {
            ownerEnded(process);
        }
        return new Registration.Ok<>();
    }

    void unregister(LocalProcess<?> process, Object key) {
        entries.remove(key, process);
        forgetKey(process, key);
    }

    /** Copies only if somebody among the found has just ended: lookups have to be fast. */
    List<Entry<M, V>> lookup(Object key) {
        List<Entry<M, V>> found = entries.at(key);
        for (Entry<M, V> entry : found) {
            if (!isAlive(entry)) {
                return found.stream().filter(RegistryTable::isAlive).toList();
            }
        }
        return found;
    }

    Optional<Pid<M>> whereis(Object key) {
        for (Entry<M, V> entry : entries.at(key)) {
            if (isAlive(entry)) {
                return Optional.of(entry.process());
            }
        }
        return Optional.empty();
    }

    private static boolean isAlive(Entry<?, ?> entry) {
        return Processes.isAlive(entry.process());
    }

    List<Object> keys(LocalProcess<?> process) {
        return keysOf.getOrDefault(process, Set.of()).stream()
                .flatMap(key -> Collections.nCopies(registrations(process, key), key).stream())
                .toList();
    }

    private int registrations(LocalProcess<?> process, Object key) {
        return (int) entries.at(key).stream().filter(entry -> entry.process() == process).count();
    }

    int count() {
        return entries.size();
    }

    /** Comes before the entry itself, so that no entry can outlive its process. */
    private void noteKey(LocalProcess<?> process, Object key) {
        keysOf.compute(
                process,
                (_, known) -> {
                    Set<Object> keys = known == null ? ConcurrentHashMap.newKeySet() : known;
                    keys.add(key);
                    return keys;
                });
        process.belongings().add(this);
        process.link(server);
    }

    private void forgetKey(LocalProcess<?> process, Object key) {
        Set<Object> left =
                keysOf.computeIfPresent(
                        process,
                        (_, keys) -> {
                            keys.remove(key);
                            return keys.isEmpty() ? null : keys;
                        });
        if (left == null) {
            process.belongings().remove(this);
            if (!parents.contains(process)) {
                process.unlink(server);
            }
        }
    }

    @Override
    public void ownerEnded(LocalProcess<?> owner) {
        if (owner == server) {
            BY_NAME.remove(name, this);
            keysOf.keySet().forEach(process -> process.belongings().remove(this));
        } else {
            Set<Object> keys = keysOf.remove(owner);
            if (keys != null) {
                keys.forEach(key -> entries.remove(key, owner));
            }
        }
    }
}
