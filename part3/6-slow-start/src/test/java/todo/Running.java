package todo;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.whereis;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Supervisor;

import java.time.Duration;
import java.util.List;

/** The processes that run because of a test. */
public final class Running {

    private Running() {}

    /** Returns the processes that are alive, without the threads that run the tests. */
    public static List<Pid<?>> processes() {
        return Processes.list().stream().filter(Running::isNoThread).toList();
    }

    /** Returns the servers and supervisors that are alive, without those that work for one. */
    public static List<Pid<?>> servers() {
        return processes().stream().filter(Running::isServer).toList();
    }

    private static boolean isServer(Pid<?> pid) {
        return info(pid)
                .filter(info -> !List.of("Process", "Task").contains(info.label()))
                .isPresent();
    }

    private static boolean isNoThread(Pid<?> pid) {
        return info(pid).filter(info -> !info.label().equals("Thread")).isPresent();
    }

    /** Returns the process that has a name; there must be one. */
    public static <M> Pid<M> process(Name<M> name) {
        return whereis(name).orElseThrow(() -> new AssertionError("no process is called " + name));
    }

    /** Returns the processes that a process is linked with; it must be alive. */
    public static List<Pid<?>> links(Pid<?> process) {
        return info(process)
                .orElseThrow(() -> new AssertionError(process + " is not alive any more"))
                .links();
    }

    /** Returns the next end of a process that the caller monitors; fails if none comes soon. */
    public static Down awaitEnd() {
        return receive(Down.class, Duration.ofSeconds(3))
                .orElseThrow(() ->
                        new AssertionError("a process is still alive that should have ended"));
    }

    /** Kills a process: what is linked to it has been told of its end when this returns. */
    public static void kill(Pid<?> process) {
        monitor(process);
        exit(process, ExitReason.KILL);
        receive(Down.class);
    }

    /** Waits until a supervisor has done what there is to do: it must not have given up. */
    public static void expectToGoOn(Pid<Supervisor.Message> supervisor, int deaths) {
        if (!goesOn(supervisor)) {
            throw new AssertionError(
                    "the supervisor gave up at death number %d of this test".formatted(deaths));
        }
    }

    /** Waits until a supervisor has done what there is to do; returns whether it is still there. */
    public static boolean goesOn(Pid<Supervisor.Message> supervisor) {
        try {
            Supervisor.countChildren(supervisor);
            return true;
        } catch (Exit end) {
            return false;
        }
    }
}
