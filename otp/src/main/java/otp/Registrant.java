package otp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process that has registered in a registry, with its entries: they are gone when its end is
 * announced. Only the process itself adds and removes entries; any thread may read them.
 *
 * @param <M> the messages that the process understands
 * @param <V> the values of the registry
 */
final class Registrant<M, V> implements Belonging {

    private final RegistryTable<M, V> table;
    private final LocalProcess<M> process;

    /** By key, in the order of registration. */
    private final Map<RegistryKey<M, V>, List<RegistryEntry<M, V>>> entries =
            new LinkedHashMap<>(2);

    Registrant(RegistryTable<M, V> table, LocalProcess<M> process) {
        this.table = table;
        this.process = process;
    }

    RegistryTable<M, V> table() {
        return table;
    }

    LocalProcess<M> process() {
        return process;
    }

    synchronized void add(RegistryEntry<M, V> entry) {
        entries.computeIfAbsent(entry.key(), _ -> new ArrayList<>(1)).add(entry);
    }

    synchronized void remove(RegistryEntry<M, V> entry) {
        List<RegistryEntry<M, V>> left = entries.get(entry.key());
        left.remove(entry);
        if (left.isEmpty()) {
            entries.remove(entry.key());
        }
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the entries under a key, the oldest first. */
    synchronized List<RegistryEntry<M, V>> under(RegistryKey<M, V> key) {
        return held(entries.getOrDefault(key, List.of()).stream());
    }

    /** Returns all entries; those of one key come one after the other. */
    synchronized List<RegistryEntry<M, V>> all() {
        return held(entries.values().stream().flatMap(List::stream));
    }

    /** Leaves out those whose keys turn out to be others': they are here for a moment only. */
    private static <M, V> List<RegistryEntry<M, V>> held(Stream<RegistryEntry<M, V>> entries) {
        return entries.filter(entry -> entry.key().holds(entry)).toList();
    }

    /** Returns the key of each entry. */
    List<Object> keys() {
        return all().stream().map(entry -> entry.key().key()).toList();
    }

    /** Returns the unique keys of the process here: none, if keys are shared. */
    @Override
    public Stream<ProcessName<?>> names() {
        return table.isUnique()
                ? keys().stream().map(key -> table.registry().via(key))
                : Stream.empty();
    }

    @Override
    public void ownerEnded(LocalProcess<?> owner) {
        table.forget(this);
    }
}
