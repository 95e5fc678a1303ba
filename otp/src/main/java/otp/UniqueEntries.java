package otp;

import otp.Registry.Entry;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The entries of a registry in which each key has one process at most.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
final class UniqueEntries<M, V> implements RegistryEntries<M, V> {

    private final ConcurrentMap<Object, Entry<M, V>> byKey = new ConcurrentHashMap<>();

    @Override
    public Optional<Pid<M>> add(Object key, Entry<M, V> entry) {
        Entry<M, V> now = byKey.merge(key, entry, (held, _) -> isAlive(held) ? held : entry);
        return now == entry ? Optional.empty() : Optional.of(now.process());
    }

    private static boolean isAlive(Entry<?, ?> entry) {
        return Processes.isAlive(entry.process());
    }

    @Override
    public void remove(Object key, Pid<?> process) {
        byKey.computeIfPresent(key, (_, held) -> held.process() == process ? null : held);
    }

    @Override
    public List<Entry<M, V>> at(Object key) {
        Entry<M, V> entry = byKey.get(key);
        return entry == null ? List.of() : List.of(entry);
    }

    @Override
    public int size() {
        return byKey.size();
    }
}
