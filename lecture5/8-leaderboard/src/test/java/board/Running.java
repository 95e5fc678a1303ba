package board;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.registered;

import otp.Down;
import otp.Ets;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The processes that run because of a test. */
final class Running {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 100_000;

    private Running() {}

    /** Returns the processes that are alive, without the threads that run the tests. */
    static List<Pid<?>> processes() {
        return Processes.list().stream().filter(Running::isNoThread).toList();
    }

    private static boolean isNoThread(Pid<?> pid) {
        return info(pid).filter(info -> !info.label().equals("Thread")).isPresent();
    }

    /** Waits until something is so, for two seconds at most: what follows tells if it is not. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            // A process that only yields may keep the others from running where there is one core.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Kills a process, and waits until it has ended. */
    static void kill(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }

    /** Kills all processes, and waits until they have ended, and no name or table is left. */
    static void endAll() {
        while (!processes().isEmpty()) {
            processes().forEach(Running::kill);
        }
        // What was ending already is none of them, but its name is not free before it has ended.
        for (Name<?> name : registered()) {
            monitor(name);
            receive(Down.class);
        }
        // It may own a table without having a name: the table is there until it has ended.
        await(() -> Ets.all().isEmpty());
    }
}
