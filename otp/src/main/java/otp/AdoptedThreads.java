package otp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of threads that the runtime did not start, such as a test's or a shell's.
 *
 * <p>Nothing tells when such a thread ends, so its process is buried when somebody looks.
 */
final class AdoptedThreads {

    private static final Set<LocalProcess<?>> PROCESSES = ConcurrentHashMap.newKeySet();

    private AdoptedThreads() {}

    /** Makes the current thread a process. */
    static LocalProcess<?> adoptCurrent() {
        buryTheDead();
        LocalProcess<?> process = new LocalProcess<>(Thread.currentThread());
        PROCESSES.add(process);
        ProcessTable.add(process);
        return process;
    }

    static void buryTheDead() {
        for (LocalProcess<?> process : PROCESSES) {
            if (!process.thread().isAlive() && PROCESSES.remove(process)) {
                process.leave(ExitReason.NORMAL);
                process.end();
            }
        }
    }
}
