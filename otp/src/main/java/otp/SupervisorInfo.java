package otp;

import otp.Supervisor.ChildInfo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a supervisor of either kind tells of itself. It may have changed by the time it is read.
 *
 * @param pid its process
 * @param strategy which children it restarts together
 * @param maxRestarts how many restarts it allows
 * @param maxSeconds in so many seconds
 * @param restarts how many restarts it has made or tried so far
 * @param children its children, in the order in which they were started
 */
public record SupervisorInfo(
        Pid<?> pid,
        Strategy strategy,
        int maxRestarts,
        int maxSeconds,
        int restarts,
        List<Child> children) {

    /**
     * A child of a supervisor.
     *
     * @param id its id; a {@link DynamicSupervisor}'s children have none
     * @param pid its process; nothing if there is none now
     * @param status whether it runs
     * @param type what it is
     * @param restart when it is started again
     */
    public record Child(
            Optional<Object> id,
            Optional<Pid<?>> pid,
            ChildInfo.Status status,
            ChildSpec.Type type,
            Restart restart) {}

    /**
     * Asks a supervisor, and waits for its answer.
     *
     * @param timeout how long to wait: a supervisor that starts or stops a child answers after that
     * @throws IllegalArgumentException if there is no process, or if it is no supervisor
     * @throws Exit if it ends before it answers, or if the timeout passes; the reason is an {@link
     *     ExitReason.InCall}
     */
    @SuppressWarnings("unchecked")
    public static SupervisorInfo of(ServerRef<?> supervisor, Duration timeout) {
        return GenServer.call(
                (Pid<Supervisor.Message>) running(supervisor), new Inspect(), timeout);
    }

    /** Tells whether a process is a supervisor of either kind; none that has ended is. */
    public static boolean isSupervisor(Pid<?> process) {
        ProcessTable.checkCaller();
        return ServerLoop.serverOf((LocalProcess<?>) process)
                .filter(GenServer::isSupervisor)
                .isPresent();
    }

    /** Returns the process of a supervisor, or refuses what is none. */
    static LocalProcess<?> running(ServerRef<?> supervisor) {
        LocalProcess<?> process = ProcessTable.find(supervisor);
        if (process == null || !process.isAlive() || !isSupervisor(process)) {
            throw new IllegalArgumentException(
                    supervisor + " is no running supervisor: give the pid or the name of one");
        }
        return process;
    }
}
