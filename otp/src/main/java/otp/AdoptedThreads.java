package otp;

import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of threads that the runtime did not start, such as a test's or a shell's.
 *
 * <p>Nothing tells when such a thread ends, so its process is buried when the runtime looks, which
 * it does all the time.
 */
final class AdoptedThreads {

    private static final Set<LocalProcess<?>> PROCESSES = ConcurrentHashMap.newKeySet();

    /** With very many threads, looking at all of them each time would keep a core busy. */
    private static final int LOOKED_AT = 1_000;

    /** Where the runtime goes on to look; only its own thread uses it. */
    private static Iterator<LocalProcess<?>> next = Collections.emptyIterator();

    private AdoptedThreads() {}

    /** Makes the current thread a process. */
    static LocalProcess<?> adoptCurrent() {
        return adopt(Thread.currentThread());
    }

    /** Makes a thread a process, unless it is one: two at once must not both make it one. */
    static synchronized LocalProcess<?> adopt(Thread thread) {
        LocalProcess<?> known = ProcessTable.of(thread);
        if (known != null) {
            return known;
        }
        LocalProcess<?> process = new LocalProcess<>(thread);
        PROCESSES.add(process);
        ProcessTable.add(process);
        return process;
    }

    /** Looks at all of the threads. */
    static void buryAllDead() {
        PROCESSES.forEach(AdoptedThreads::buryIfDead);
    }

    /** Looks at some of the threads, and next time at the next ones. For one thread at a time. */
    static void buryTheDead() {
        if (!next.hasNext()) {
            next = PROCESSES.iterator();
        }
        for (int looked = 0; looked < LOOKED_AT && next.hasNext(); looked++) {
            buryIfDead(next.next());
        }
    }

    private static void buryIfDead(LocalProcess<?> process) {
        if (!process.thread().isAlive()) {
            process.lifeline().leave(ExitReason.NORMAL);
            end(process);
        }
    }

    /** Announces the end of an adopted thread's process; does nothing if that has been done. */
    static void end(LocalProcess<?> process) {
        Endings.after(endings -> {
            if (PROCESSES.remove(process)) {
                endings.add(process);
            }
        });
    }
}
