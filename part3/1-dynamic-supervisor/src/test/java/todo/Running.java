package todo;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;

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

    /** Kills a process: whoever is linked to it has been told of its end when this returns. */
    public static void kill(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }
}
