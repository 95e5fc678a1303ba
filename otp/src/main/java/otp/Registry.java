package otp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table in which processes register themselves under keys, for others to find them.
 *
 * <p>It is kept by a process, best a child of a supervisor, but no operation bothers that process:
 * all read and write the table at once, and none blocks. Entries of a process that has ended are
 * never seen, and are gone when its end is announced. A process that has registered is linked with
 * the registry: without its entry nobody would find it, so it ends when the registry crashes.
 *
 * {@snippet :
 * static final Registry<Counter.Message, Void> COUNTERS = new Registry<>("counters");
 *
 * Supervisor.startLink(oneForOne(), COUNTERS.childSpec(Registry.Keys.UNIQUE));
 * GenServer.startLink(Counter::new, COUNTERS.via("visits"));
 * int visits = GenServer.call(COUNTERS.via("visits"), new Counter.Value());
 * }
 *
 * <p>Whoever declares a registry says what its processes understand and which values they register;
 * the runtime does not check it. Every operation throws an {@link IllegalArgumentException} if the
 * registry does not run.
 *
 * @param name the name of the registry and of its process; equal names are the same registry
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register; {@link Void} if they only want to be found
 */
public record Registry<M, V>(String name) implements NameRegistry {

    /** How many processes a key may have. */
    public enum Keys {
        /** One at most. */
        UNIQUE,

        /** Any number, and each process any number of times. */
        DUPLICATE
    }

    /**
     * A process under a key.
     *
     * @param process the process
     * @param value what it registered; null if it was started under the key as a name
     * @param <M> the messages that the process understands
     * @param <V> the values of the registry
     */
    public record Entry<M, V>(Pid<M> process, V value) {}

    /**
     * What came of registering.
     *
     * @param <M> the messages that the registered processes understand
     */
    public sealed interface Registration<M> {

        /** The process is registered: {@code {:ok, _}} in Elixir. */
        record Ok<M>() implements Registration<M> {}

        /**
         * The key is taken, perhaps by the process itself; nothing was changed.
         *
         * @param holder the living process that has the key
         */
        record AlreadyRegistered<M>(Pid<M> holder) implements Registration<M> {}
    }

    /**
     * A key for each server class, so that servers of several classes can share a registry.
     *
     * @param module the server's class
     * @param key tells the servers of that class apart
     */
    public record ModuleKey(Class<?> module, Object key) {

        /** Returns the key as Elixir prints a tuple, {@code {Counter, key}}. */
        @Override
        public String toString() {
            return "{" + module.getSimpleName() + ", " + Printed.of(key) + "}";
        }
    }

    /** Names a registry; none needs to run yet. */
    public Registry {
        Objects.requireNonNull(name, "a registry needs a name");
    }

    /** Starts the registry, empty, linked to the caller. */
    public Start<Void> startLink(Keys keys) {
        return GenServer.startLink(() -> new RegistryServer(name, keys), new Name<>(name));
    }

    /** Specifies the registry as a child of a supervisor; its id is its name. */
    public ChildSpec<Void> childSpec(Keys keys) {
        return ChildSpec.worker(name, () -> startLink(keys));
    }

    /**
     * Registers the calling process under a key, until it ends or {@link #unregister} is called.
     */
    @SuppressWarnings("unchecked")
    public Registration<M> register(Object key, V value) {
        return table().register((LocalProcess<M>) ProcessTable.current(), key, value);
    }

    /** Ends every registration of the calling process under a key; does nothing without one. */
    public void unregister(Object key) {
        table().unregister(ProcessTable.current(), key);
    }

    /** Returns the living processes under a key, in no particular order. */
    public List<Entry<M, V>> lookup(Object key) {
        return table().lookup(key);
    }

    /** Returns a living process under a key, if there is one. */
    public Optional<Pid<M>> whereis(Object key) {
        return table().whereis(key);
    }

    /** Returns the keys of a process, a key as often as the process registered under it. */
    public List<Object> keys(Pid<?> process) {
        return table().keys((LocalProcess<?>) process);
    }

    /** Counts the registrations. */
    public int count() {
        return table().count();
    }

    /**
     * Does something with the living processes under a key, in the calling process; does nothing if
     * there are none.
     */
    public void dispatch(Object key, Consumer<List<Entry<M, V>>> action) {
        List<Entry<M, V>> entries = lookup(key);
        if (!entries.isEmpty()) {
            action.accept(entries);
        }
    }

    /** Returns a key as a name, for a registry with unique keys. */
    public Via<M> via(Object key) {
        return new Via<>(this, key);
    }

    /**
     * Returns a key as the name of a server of a class, for a registry with unique keys that holds
     * servers of several classes.
     *
     * @param <N> the messages that the servers of the class understand
     */
    public <N> Via<N> via(Class<? extends GenServer<N, ?>> module, Object key) {
        return new Via<>(this, new ModuleKey(module, key));
    }

    @SuppressWarnings("unchecked")
    private RegistryTable<M, V> table() {
        return (RegistryTable<M, V>) RegistryTable.named(name);
    }

    /**
     * Registers a process under a unique key.
     *
     * @throws IllegalArgumentException if the registry has duplicate keys
     */
    @Override
    @SuppressWarnings("unchecked")
    public boolean registerName(Object key, Pid<?> process) {
        Registration<M> registration =
                table().withUniqueKeys().register((LocalProcess<M>) process, key, null);
        return registration instanceof Registration.Ok<M>;
    }

    /** Frees a key of the calling process; nobody can free another's. */
    @Override
    public void unregisterName(Object key) {
        unregister(key);
    }

    /**
     * Returns the living process that has a unique key.
     *
     * @throws IllegalArgumentException if the registry has duplicate keys
     */
    @Override
    public Optional<Pid<?>> whereisName(Object key) {
        return table().withUniqueKeys().whereis(key).map(process -> process);
    }

    /** Returns the name as Elixir prints an atom, {@code :counters}. */
    @Override
    public String toString() {
        return ":" + name;
    }
}
