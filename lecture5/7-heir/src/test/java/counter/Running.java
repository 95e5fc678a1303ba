package counter;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.spawn;

import otp.Down;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import java.util.List;

/** The processes that run because of a test. */
public final class Running {

    private Running() {}

    /** Returns the processes that are alive, without the threads that run the tests. */
    public static List<Pid<?>> processes() {
        return Processes.list().stream().filter(Running::isNoThread).toList();
    }

    private static boolean isNoThread(Pid<?> pid) {
        return info(pid).filter(info -> !info.label().equals("Thread")).isPresent();
    }

    /** Returns how many processes an action starts, also those that have ended since. */
    public static long started(Runnable action) {
        long before = numberOfTheNextProcess();
        action.run();
        return numberOfTheNextProcess() - before - 1;
    }

    /** Starts a process, and returns its number N: a pid prints as {@code #PID<0.N.0>}. */
    private static long numberOfTheNextProcess() {
        String pid = spawn(() -> {}).toString();
        return Long.parseLong(pid.split("\\.")[1]);
    }

    /** Kills a process: what is linked to it has been told of its end when this returns. */
    public static void kill(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
