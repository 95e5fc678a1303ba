package otp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The links and monitors of processes that have come after these were told to end. As in Erlang,
 * they meet no process any more, even if something of it still runs: that is what they are told,
 * once its end is announced.
 */
final class Latecomers {

    /** By their process, until its end has been announced. */
    private static final ConcurrentMap<LocalProcess<?>, Set<Object>> ALL =
            new ConcurrentHashMap<>();

    private Latecomers() {}

    /** Notes a monitor, or a process that has linked itself; the end is still to be announced. */
    static void add(LocalProcess<?> process, Object tie) {
        ALL.computeIfAbsent(process, _ -> ConcurrentHashMap.newKeySet()).add(tie);
    }

    /** Tells whether a monitor, or a process that has linked itself, has come too late. */
    static boolean include(LocalProcess<?> process, Object tie) {
        Set<Object> late = ALL.get(process);
        return late != null && late.contains(tie);
    }

    /** Forgets those of a process whose end has been announced. */
    static void forget(LocalProcess<?> process) {
        ALL.remove(process);
    }
}
