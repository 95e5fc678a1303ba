package otp;

import otp.Registry.Entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * The entries of a registry in which a key may have many processes, and each of them many times.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
final class DuplicateEntries<M, V> implements RegistryEntries<M, V> {

    /** By key, then by process; changed only under the lock that {@code compute} takes of a key. */
    private final ConcurrentMap<Object, Map<Pid<?>, List<Entry<M, V>>>> byKey =
            new ConcurrentHashMap<>();

    @Override
    public Optional<Pid<M>> add(Object key, Entry<M, V> entry) {
        byKey.compute(
                key,
                (_, known) -> {
                    Map<Pid<?>, List<Entry<M, V>>> holders =
                            known == null ? new ConcurrentHashMap<>() : known;
                    holders.merge(entry.process(), List.of(entry), DuplicateEntries::joined);
                    return holders;
                });
        return Optional.empty();
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public void remove(Object key, Pid<?> process) {
        byKey.computeIfPresent(
                key,
                (_, holders) -> {
                    holders.remove(process);
                    return holders.isEmpty() ? null : holders;
                });
    }

    @Override
    public List<Entry<M, V>> at(Object key) {
        return byKey.getOrDefault(key, Map.of()).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    @Override
    public int size() {
        return byKey.values().stream()
                .flatMap(holders -> holders.values().stream())
                .mapToInt(Collection::size)
                .sum();
    }
}
