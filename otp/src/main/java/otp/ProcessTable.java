package otp;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Every living process, found by the thread that runs it or by the name it is registered under. */
final class ProcessTable {

    private static final Set<LocalProcess<?>> ALL = ConcurrentHashMap.newKeySet();
    private static final ConcurrentMap<Thread, LocalProcess<?>> BY_THREAD =
            new ConcurrentHashMap<>();

    /** By number, since the classes of such threads may be anybody's, and with them hashCode. */
    private static final ConcurrentMap<Long, LocalProcess<?>> BY_PLATFORM_THREAD =
            new ConcurrentHashMap<>();

    private static final ConcurrentMap<Name<?>, LocalProcess<?>> BY_NAME =
            new ConcurrentHashMap<>();

    private ProcessTable() {}

    static void add(LocalProcess<?> process) {
        ALL.add(process);
        threadBegins(process);
        Turns.begin();
    }

    static void threadBegins(LocalProcess<?> process) {
        Thread thread = process.thread();
        if (thread.isVirtual()) {
            BY_THREAD.put(thread, process);
        } else {
            BY_PLATFORM_THREAD.put(thread.threadId(), process);
        }
    }

    static void threadEnds(LocalProcess<?> process) {
        Thread thread = process.thread();
        if (thread.isVirtual()) {
            BY_THREAD.remove(thread, process);
        } else {
            BY_PLATFORM_THREAD.remove(thread.threadId(), process);
        }
    }

    /** Forgets a process that has ended; its name is free then. */
    static void remove(LocalProcess<?> process) {
        unregister(process);
        ALL.remove(process);
        threadEnds(process);
    }

    /** Returns the process that a thread runs, or null if it runs none. */
    static LocalProcess<?> of(Thread thread) {
        return thread.isVirtual()
                ? BY_THREAD.get(thread)
                : BY_PLATFORM_THREAD.get(thread.threadId());
    }

    /** Returns the process that runs the current thread, or null if the thread is not a process. */
    static LocalProcess<?> currentOrNull() {
        LocalProcess<?> process = of(Thread.currentThread());
        if (process != null) {
            process.giveWay();
            process.checkNotExiting();
        }
        return process;
    }

    /**
     * Throws {@link Killed} if the process that runs the current thread has to end, and lets others
     * run first if they have been waiting too long. Every function of the runtime begins with it,
     * or with {@link #current}; while no process has to end or to wait, it costs next to nothing.
     */
    static void checkCaller() {
        if (Turns.areOn() || Lifeline.isAnyPending()) {
            currentOrNull();
        }
    }

    /** Returns the process that runs the current thread: a thread that was none becomes one. */
    static LocalProcess<?> current() {
        LocalProcess<?> process = currentOrNull();
        return process == null ? AdoptedThreads.adoptCurrent() : process;
    }

    /** Returns the process that a reference means just now, or null if there is none. */
    static LocalProcess<?> find(ServerRef<?> reference) {
        return switch (reference) {
            case LocalProcess<?> process -> process;
            case Name<?> name -> BY_NAME.get(name);
            case Via<?> via -> (LocalProcess<?>) via.registry().whereisName(via.key()).orElse(null);
        };
    }

    /**
     * Gives a name to the process unless another holds it, and returns who holds it then; null if a
     * registry refuses the name although nobody holds it.
     */
    static LocalProcess<?> claim(ProcessName<?> name, LocalProcess<?> process) {
        return switch (name) {
            case Name<?> local -> register(local, process);
            case Via<?> via -> claim(via, process);
        };
    }

    private static LocalProcess<?> claim(Via<?> name, LocalProcess<?> process) {
        Pid<?> holder = name.registry().claimName(name.key(), process).orElse(null);
        if (Tracing.isOn() && holder == process) {
            tellName(process, name);
        }
        return (LocalProcess<?>) holder;
    }

    /** Tells those who trace of a name. */
    static void tellName(LocalProcess<?> process, ProcessName<?> name) {
        Tracing.tell(() -> new ProcessEvent.Registered(process, name));
    }

    /** Frees a name that the process holds. */
    static void release(ProcessName<?> name, LocalProcess<?> process) {
        switch (name) {
            case Name<?> _ -> unregister(process);
            case Via<?>(NameRegistry registry, Object key) -> registry.unregisterName(key);
        }
    }

    /**
     * Gives the name to the process, which has none, unless another holds it; returns who holds it
     * then. A process that has ended gets no name: null is returned.
     */
    static LocalProcess<?> register(Name<?> name, LocalProcess<?> process) {
        synchronized (process.lifeline()) {
            if (!process.isAlive()) {
                return null;
            }
            if (process.name() != null) {
                throw new IllegalArgumentException(process + " is registered as " + process.name());
            }
            LocalProcess<?> holder =
                    BY_NAME.computeIfAbsent(name, free -> tellClaim(free, process));
            if (holder == process) {
                process.name(name);
            }
            return holder;
        }
    }

    /** Tells it before anybody can find the process by the name. */
    private static LocalProcess<?> tellClaim(Name<?> name, LocalProcess<?> process) {
        if (Tracing.isOn()) {
            tellName(process, name);
        }
        return process;
    }

    /** Frees the name of a process, if it has one. */
    static void unregister(LocalProcess<?> process) {
        synchronized (process.lifeline()) {
            Name<?> name = process.name();
            if (name != null) {
                unregister(name, process);
            }
        }
    }

    /** Frees a name; returns false, and changes nothing, if it is not the name of the process. */
    static boolean unregister(Name<?> name, LocalProcess<?> process) {
        synchronized (process.lifeline()) {
            if (BY_NAME.get(name) != process) {
                return false;
            }
            if (Tracing.isOn()) {
                Tracing.tell(() -> new ProcessEvent.Unregistered(process, name));
            }
            BY_NAME.remove(name, process);
            process.name(null);
            return true;
        }
    }

    /** Returns the names that are not free. */
    static List<Name<?>> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    static Collection<LocalProcess<?>> all() {
        return Collections.unmodifiableCollection(ALL);
    }

    /** Tells whether nothing of a process runs any more. */
    static boolean hasEnded(LocalProcess<?> process) {
        return !ALL.contains(process);
    }

    static boolean isEmpty() {
        return ALL.isEmpty();
    }
}
