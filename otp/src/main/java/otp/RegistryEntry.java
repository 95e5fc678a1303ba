package otp;

/**
 * What a process has registered under a key. Two entries are equal only if they are the same.
 *
 * @param <M> the messages that the process understands
 * @param <V> the values of the registry
 */
final class RegistryEntry<M, V> {

    private final RegistryKey<M, V> key;
    private final LocalProcess<M> process;
    private volatile V value;

    RegistryEntry(RegistryKey<M, V> key, LocalProcess<M> process, V value) {
        this.key = key;
        this.process = process;
        this.value = value;
    }

    RegistryKey<M, V> key() {
        return key;
    }

    LocalProcess<M> process() {
        return process;
    }

    V value() {
        return value;
    }

    /** Replaces the value; {@link RegistryKey#update} has lookups see it. */
    void value(V updated) {
        value = updated;
    }
}
