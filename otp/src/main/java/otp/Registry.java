package otp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table in which processes register themselves under keys, for others to find them.
 *
 * <p>It is kept by a process, best a child of a supervisor, but no operation bothers that process:
 * all read and write the table at once, and none blocks. Entries of a process that has ended are
 * never seen, and are gone when its end is announced. A process that has registered is linked with
 * the registry: without its entry nobody would find it, so it ends when the registry does. It is
 * shut down if the registry is stopped, for whatever reason.
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
 * <p>Functions say which values are meant, in place of Elixir's match specifications. They, and the
 * {@code equals} and {@code hashCode} of keys, run in the calling process.
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
         * @param holder the process that has the key; it may have been told to end, and still run
         */
        record AlreadyRegistered<M>(Pid<M> holder) implements Registration<M> {}
    }

    /**
     * A process under a key, as an {@link Entry}, with the key.
     *
     * @param key the key
     * @param process the process
     * @param value what it registered
     * @param <M> the messages that the process understands
     * @param <V> the values of the registry
     */
    public record Registered<M, V>(Object key, Pid<M> process, V value) {}

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
        return startLink(RegistryOptions.of(keys));
    }

    /** Starts the registry, without entries, linked to the caller. */
    public Start<Void> startLink(RegistryOptions options) {
        return GenServer.startLink(() -> new RegistryServer(this, options), new Name<>(name));
    }

    /** Specifies the registry as a child of a supervisor; its id is its name. */
    public ChildSpec<Void> childSpec(Keys keys) {
        return childSpec(RegistryOptions.of(keys));
    }

    /** Specifies the registry as a child of a supervisor; its id is its name. */
    public ChildSpec<Void> childSpec(RegistryOptions options) {
        return ChildSpec.worker(name, () -> startLink(options));
    }

    /**
     * Registers the calling process under a key, until it ends or {@link #unregister} is called.
     */
    public Registration<M> register(Object key, V value) {
        return table().register(self(), key, value);
    }

    /** Ends every registration of the calling process under a key; does nothing without one. */
    public void unregister(Object key) {
        unregisterMatch(key, _ -> true);
    }

    /** Ends the registrations of the calling process under a key whose values fulfil a guard. */
    public void unregisterMatch(Object key, Predicate<? super V> guard) {
        table().unregister(self(), key, guard);
    }

    /**
     * Replaces the value that the calling process has under a unique key by what a function makes
     * of it; returns false if it has none.
     *
     * @throws IllegalArgumentException if the registry has duplicate keys
     */
    public boolean updateValue(Object key, UnaryOperator<V> change) {
        return table().withUniqueKeys("may have many values").update(self(), key, change);
    }

    /** Returns the living processes under a key, in the order of their registrations. */
    public List<Entry<M, V>> lookup(Object key) {
        return table().lookup(key);
    }

    /** Returns the living processes under a key whose values fulfil a guard. */
    public List<Entry<M, V>> match(Object key, Predicate<? super V> guard) {
        return lookup(key).stream().filter(entry -> guard.test(entry.value())).toList();
    }

    /** Counts the registrations under a key whose values fulfil a guard. */
    public int countMatch(Object key, Predicate<? super V> guard) {
        return match(key, guard).size();
    }

    /** Returns what a function makes of each registration that fulfils a guard, in no order. */
    public <R> List<R> select(
            Predicate<? super Registered<M, V>> guard, Function<? super Registered<M, V>, R> body) {
        return table().all().filter(guard).<R>map(body).toList();
    }

    /** Returns a living process under a key, if there is one. */
    public Optional<Pid<M>> whereis(Object key) {
        return table().whereis(key);
    }

    /** Returns the keys of a process, a key as often as the process registered under it. */
    public List<Object> keys(Pid<?> process) {
        return table().keys((LocalProcess<?>) process);
    }

    /** Returns the values that a process has registered under a key, the oldest first. */
    public List<V> values(Object key, Pid<?> process) {
        return table().values((LocalProcess<?>) process, key);
    }

    /** Counts the registrations. */
    public int count() {
        return table().count();
    }

    /** Keeps a value beside the entries, for as long as the registry runs. */
    public void putMeta(Object key, Object value) {
        table().meta().put(key, value);
    }

    /** Returns a value that was kept beside the entries, if there is one. */
    public Optional<Object> meta(Object key) {
        return table().meta().get(key);
    }

    /** Removes a value that was kept beside the entries, if there is one. */
    public void deleteMeta(Object key) {
        table().meta().delete(key);
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

    /** Every operation comes through here: a process that polls can be ended, and gives way. */
    @SuppressWarnings("unchecked")
    private RegistryTable<M, V> table() {
        ProcessTable.checkCaller();
        return (RegistryTable<M, V>) RegistryTable.named(name);
    }

    @SuppressWarnings("unchecked")
    private LocalProcess<M> self() {
        return (LocalProcess<M>) ProcessTable.current();
    }

    /**
     * Registers the calling process under a unique key.
     *
     * @throws IllegalArgumentException if the registry has duplicate keys, or for another process:
     *     only a process itself can be linked with the registry
     */
    @Override
    public boolean registerName(Object key, Pid<?> process) {
        return ofNames().registerName(self(), key, process) instanceof Registration.Ok<M>;
    }

    /**
     * Registers the calling process as {@link #registerName} does. A process that was told to end
     * has its keys until its end is announced, so that no two run under one key.
     */
    @Override
    public Optional<Pid<?>> claimName(Object key, Pid<?> process) {
        return Optional.of(
                switch (ofNames().claimName(self(), key, process)) {
                    case Registration.Ok<M> _ -> process;
                    case Registration.AlreadyRegistered<M>(Pid<M> holder) -> holder;
                });
    }

    private RegistryTable<M, V> ofNames() {
        return table().withUniqueKeys("cannot be names");
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
        return ofNames().whereis(key).map(process -> process);
    }

    /** Returns the name as Elixir prints an atom, {@code :counters}. */
    @Override
    public String toString() {
        return ":" + name;
    }
}
