package otp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a registry is started.
 *
 * @param keys how many processes a key may have
 * @param listeners the names of the processes that are told who registers and unregisters, with
 *     {@link RegistryEvent}s; a name that no process has is passed over. None by default.
 * @param meta what the registry keeps beside its entries from the start, a value for each key. None
 *     by default.
 */
public record RegistryOptions(
        Registry.Keys keys, List<Name<?>> listeners, List<Map.Entry<?, ?>> meta) {

    /** Creates options; lists are copied. */
    public RegistryOptions {
        Objects.requireNonNull(keys, "say whether a key is unique");
        listeners = List.copyOf(listeners);
        meta = List.copyOf(meta);
    }

    /** Each key has one process at most. */
    public static RegistryOptions unique() {
        return of(Registry.Keys.UNIQUE);
    }

    /** A key may have any number of processes. */
    public static RegistryOptions duplicate() {
        return of(Registry.Keys.DUPLICATE);
    }

    static RegistryOptions of(Registry.Keys keys) {
        return new RegistryOptions(keys, List.of(), List.of());
    }

    /** Returns these options with one more listener. */
    public RegistryOptions listener(Name<?> name) {
        return new RegistryOptions(keys, joined(listeners, name), meta);
    }

    /** Returns these options with one more key and value beside the entries. */
    public RegistryOptions meta(Object key, Object value) {
        return new RegistryOptions(keys, listeners, joined(meta, Map.entry(key, value)));
    }

    private static <E> List<E> joined(List<E> some, E one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
