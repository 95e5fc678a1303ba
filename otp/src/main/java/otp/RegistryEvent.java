package otp;

/**
 * What a listener is told, as a plain message: that a process has registered or unregistered. The
 * end of a process is not told: a listener that wants to know of it monitors the process.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values of the registry
 */
public sealed interface RegistryEvent<M, V> {

    /**
     * A process has registered: {@code {:register, registry, key, pid, value}} in Elixir.
     *
     * @param registry where
     * @param key under which key
     * @param process the process
     * @param value what it registered; null if it was started under the key as a name
     */
    record Registered<M, V>(Registry<M, V> registry, Object key, Pid<M> process, V value)
            implements RegistryEvent<M, V> {}

    /**
     * A process has no registration under a key any more, because it asked for that: {@code
     * {:unregister, registry, key, pid}} in Elixir.
     *
     * @param registry where
     * @param key under which key
     * @param process the process, which may not have been registered before either
     */
    record Unregistered<M, V>(Registry<M, V> registry, Object key, Pid<M> process)
            implements RegistryEvent<M, V> {}
}
