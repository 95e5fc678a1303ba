package limiter;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.mailboxLength;
import static otp.Processes.monitor;
import static otp.Processes.receive;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The processes that run because of a test. */
final class Running {

    private static final Duration SOON = Duration.ofSeconds(2);

    private Running() {}

    /** Returns the processes that are alive, without the threads that run the tests. */
    static List<Pid<?>> processes() {
        return Processes.list().stream().filter(Running::isNoThread).toList();
    }

    private static boolean isNoThread(Pid<?> pid) {
        return info(pid).filter(info -> !info.label().equals("Thread")).isPresent();
    }

    /** Returns how many messages wait in all mailboxes. */
    static int waitingMessages() {
        return processes().stream().mapToInt(process -> mailboxLength(process)).sum();
    }

    /** Waits until something is so, for two seconds at most: what follows tells if it is not. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    /** Kills a process, and waits until it has ended. */
    static void kill(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }

    /** Tells whether a process ends soon. */
    static boolean ends(Pid<?> process) {
        monitor(process);
        return receive(Down.class, down -> down.process() == process, SOON).isPresent();
    }

    /** Returns the processes that have started meanwhile and do not end. */
    static List<Pid<?>> leftSince(Set<Pid<?>> before) {
        await(() -> startedSince(before).isEmpty());
        return startedSince(before);
    }

    private static List<Pid<?>> startedSince(Set<Pid<?>> before) {
        return processes().stream().filter(process -> !before.contains(process)).toList();
    }
}
