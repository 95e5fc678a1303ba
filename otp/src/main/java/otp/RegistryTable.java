package otp;

import otp.Registry.Entry;
import otp.Registry.Registered;
import otp.Registry.Registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries of a registry, by key and by process. Any process may use it; {@code equals} and
 * {@code hashCode} of keys run only in those that ask for a key: see {@link ForeignKeys}.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
final class RegistryTable<M, V> implements Belonging {

    private static final Map<String, RegistryTable<?, ?>> BY_NAME = new ConcurrentHashMap<>();

    private final Registry<M, V> registry;
    private final RegistryOptions options;
    private final LocalProcess<?> server;
    private final RegistryMeta meta;
    private final ForeignKeys<RegistryKey<M, V>> keys = new ForeignKeys<>();
    private final ConcurrentMap<LocalProcess<?>, Registrant<M, V>> registrants =
            new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();

    /** Linked with the registry before it began, they remain so. */
    private final Set<LocalProcess<?>> parents;

    private RegistryTable(
            Registry<M, V> registry, RegistryOptions options, LocalProcess<?> server) {
        this.registry = registry;
        this.options = options;
        this.server = server;
        this.meta = new RegistryMeta(options.meta());
        this.parents = server.lifeline().links().copy();
    }

    /** Opens the table of a registry, which belongs to the calling process. */
    static <M, V> RegistryTable<M, V> open(Registry<M, V> registry, RegistryOptions options) {
        RegistryTable<M, V> table = new RegistryTable<>(registry, options, ProcessTable.current());
        table.server.lifeline().belongings().add(table);
        BY_NAME.put(registry.name(), table);
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

    /** Returns the table, if each of its keys has one process at most. */
    RegistryTable<M, V> withUniqueKeys(String purpose) {
        if (!isUnique()) {
            throw new IllegalArgumentException(
                    "the keys of the registry :%s %s: start it with unique keys"
                            .formatted(registry.name(), purpose));
        }
        return this;
    }

    boolean isUnique() {
        return options.keys() == Registry.Keys.UNIQUE;
    }

    Registry<M, V> registry() {
        return registry;
    }

    RegistryMeta meta() {
        return meta;
    }

    /** Registers the calling process, and tells those who trace if that goes well. */
    Registration<M> register(LocalProcess<M> process, Object key, V value) {
        Registration<M> registration = claim(process, key, value);
        if (Tracing.isOn() && registration instanceof Registration.Ok<M>) {
            ProcessTable.tellName(process, new Via<>(registry, key));
        }
        return registration;
    }

    private Registration<M> claim(LocalProcess<M> process, Object key, V value) {
        while (true) {
            RegistryKey<M, V> found = keys.findOrAdd(key, RegistryKey::new);
            RegistryEntry<M, V> entry = new RegistryEntry<>(found, process, value);
            // The process has the entry first: whatever ends it, the entry goes with it.
            Registrant<M, V> registrant = registrant(process);
            registrant.add(entry);
            RegistryEntry<M, V> holder = found.add(entry, !isUnique());
            if (holder == entry) {
                count.increment();
                tell(new RegistryEvent.Registered<>(registry, key, process, value));
                return new Registration.Ok<>();
            }
            registrant.remove(entry);
            leaveIfEmpty(registrant);
            if (holder != null) {
                return new Registration.AlreadyRegistered<>(holder.process());
            }
            keys.remove(found);
        }
    }

    /** Registers the calling process without a value, and refuses to register any other. */
    Registration<M> registerName(LocalProcess<M> caller, Object key, Pid<?> process) {
        checkRegistersItself(caller, process);
        return register(caller, key, null);
    }

    /** Registers a process as {@link #registerName} does; whoever names it tells of the name. */
    Registration<M> claimName(LocalProcess<M> caller, Object key, Pid<?> process) {
        checkRegistersItself(caller, process);
        return claim(caller, key, null);
    }

    private static void checkRegistersItself(LocalProcess<?> caller, Pid<?> process) {
        if (process != caller) {
            throw new IllegalArgumentException(
                    "%s cannot register %s: a process registers itself".formatted(caller, process));
        }
    }

    private Registrant<M, V> registrant(LocalProcess<M> process) {
        Registrant<M, V> known = registrants.get(process);
        if (known != null) {
            return known;
        }
        Registrant<M, V> registrant = new Registrant<>(this, process);
        // In this order: what is in the table goes with its process, whatever fails in between.
        process.lifeline().link(server);
        process.lifeline().belongings().add(registrant);
        registrants.put(process, registrant);
        if (BY_NAME.get(registry.name()) != this) {
            shutDown(process);
        }
        return registrant;
    }

    private void leaveIfEmpty(Registrant<M, V> registrant) {
        LocalProcess<M> process = registrant.process();
        if (registrant.isEmpty()) {
            registrants.remove(process);
            process.lifeline().belongings().remove(registrant);
            if (!parents.contains(process)) {
                process.lifeline().unlink(server);
            }
        }
    }

    /** Ends the registrations of the calling process under a key whose values are wanted gone. */
    void unregister(LocalProcess<M> process, Object key, Predicate<? super V> unwanted) {
        Set<RegistryEntry<M, V>> chosen =
                entries(process, key).stream()
                        .filter(entry -> unwanted.test(entry.value()))
                        .collect(Collectors.toSet());
        // Asked for again: what tells which are unwanted may have ended some itself.
        List<RegistryEntry<M, V>> own = entries(process, key);
        own.stream().filter(chosen::contains).forEach(this::unregister);
        if (chosen.containsAll(own)) {
            tell(new RegistryEvent.Unregistered<>(registry, key, process));
        }
    }

    private void unregister(RegistryEntry<M, V> entry) {
        if (Tracing.isOn()) {
            Via<?> name = new Via<>(registry, entry.key().key());
            Tracing.tell(() -> new ProcessEvent.Unregistered(entry.process(), name));
        }
        removeFromKey(entry);
        Registrant<M, V> registrant = registrants.get(entry.process());
        registrant.remove(entry);
        leaveIfEmpty(registrant);
    }

    private void removeFromKey(RegistryEntry<M, V> entry) {
        count.decrement();
        if (entry.key().remove(entry)) {
            keys.remove(entry.key());
        }
    }

    private void tell(RegistryEvent<M, V> event) {
        for (Name<?> listener : options.listeners()) {
            LocalProcess<?> process = ProcessTable.find(listener);
            if (process != null) {
                process.mailbox().put(new Envelope.Plain(event));
            }
        }
    }

    /** Replaces the only value that the calling process has under a key, if it has one. */
    boolean update(LocalProcess<M> process, Object key, UnaryOperator<V> change) {
        return entries(process, key).stream()
                .anyMatch(entry -> entry.key().update(entry, change.apply(entry.value())));
    }

    /** Copies only if a process among the found has just ended: lookups have to be fast. */
    List<Entry<M, V>> lookup(Object key) {
        List<Entry<M, V>> found = at(key);
        for (Entry<M, V> entry : found) {
            if (!isAlive(entry.process())) {
                return found.stream().filter(other -> isAlive(other.process())).toList();
            }
        }
        return found;
    }

    Optional<Pid<M>> whereis(Object key) {
        for (Entry<M, V> entry : at(key)) {
            if (isAlive(entry.process())) {
                return Optional.of(entry.process());
            }
        }
        return Optional.empty();
    }

    private List<Entry<M, V>> at(Object key) {
        RegistryKey<M, V> found = keys.find(key);
        return found == null ? List.of() : found.entries();
    }

    private static boolean isAlive(Pid<?> process) {
        return ((LocalProcess<?>) process).isAlive();
    }

    /** Returns every registration of a living process; of one key, those of one moment. */
    Stream<Registered<M, V>> all() {
        return keys.all().flatMap(RegistryTable::registered);
    }

    private static <M, V> Stream<Registered<M, V>> registered(RegistryKey<M, V> key) {
        return key.entries().stream()
                .filter(entry -> isAlive(entry.process()))
                .map(entry -> new Registered<>(key.key(), entry.process(), entry.value()));
    }

    List<Object> keys(LocalProcess<?> process) {
        Registrant<M, V> registrant = registrants.get(process);
        return registrant == null ? List.of() : registrant.keys();
    }

    List<V> values(LocalProcess<?> process, Object key) {
        return entries(process, key).stream().map(RegistryEntry::value).toList();
    }

    /** Returns what a process has registered under a key, the oldest first. */
    private List<RegistryEntry<M, V>> entries(LocalProcess<?> process, Object key) {
        Registrant<M, V> registrant = registrants.get(process);
        RegistryKey<M, V> found = keys.find(key);
        return registrant == null || found == null ? List.of() : registrant.under(found);
    }

    int count() {
        return count.intValue();
    }

    /** Forgets a process that has ended; nothing foreign runs. */
    void forget(Registrant<M, V> registrant) {
        registrants.remove(registrant.process(), registrant);
        registrant.all().forEach(this::removeFromKey);
    }

    /** Has those that are registered shut down, in the process of the registry, and nobody come. */
    void shutDown() {
        BY_NAME.remove(registry.name(), this);
        registrants.keySet().forEach(this::shutDown);
    }

    private void shutDown(LocalProcess<?> process) {
        if (!parents.contains(process)) {
            server.lifeline().unlink(process);
        }
        process.lifeline().signal(server, ExitReason.SHUTDOWN);
    }

    @Override
    public void ownerEnded(LocalProcess<?> owner) {
        BY_NAME.remove(registry.name(), this);
        registrants.forEach(
                (process, registrant) -> process.lifeline().belongings().remove(registrant));
    }
}
