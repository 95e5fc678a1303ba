package otp;

import java.time.Duration;
import java.util.Optional;

/**
 * The end of a task that its owner asks for.
 *
 * @param pid the process of the task
 * @param monitor the owner's monitor of it, which may have been answered
 * @param how how it is ended
 */
record TaskShutdown(Pid<?> pid, Monitor monitor, Shutdown how) {

    /** Returns why a process ends that does so as it is told. */
    ExitReason reason() {
        return how instanceof Shutdown.BrutalKill ? ExitReason.KILLED : ExitReason.SHUTDOWN;
    }

    /** Ends the process, and waits until it has ended; returns why it has. */
    ExitReason perform() {
        Monitor watching = Processes.monitor(pid);
        unlinkAndExit();
        Optional<ExitReason> end = endOf(watching, patience());
        if (end.isEmpty()) {
            Processes.exit(pid, ExitReason.KILL);
            end = endOf(watching, GenServer.INFINITY);
        }
        return end.filter(reason -> !ExitReason.NOPROC.equals(reason))
                .or(this::earlierEnd)
                .orElse(ExitReason.NOPROC);
    }

    /** In one go: if the owner is ended between the two, the task must not be left behind. */
    private void unlinkAndExit() {
        LocalProcess<?> owner = ProcessTable.current();
        LocalProcess<?> task = (LocalProcess<?>) pid;
        owner.lifeline().unlink(task);
        task.signal(
                owner, how instanceof Shutdown.BrutalKill ? ExitReason.KILL : ExitReason.SHUTDOWN);
    }

    private Duration patience() {
        return how instanceof Shutdown.Timeout(Duration timeout) && timeout != null
                ? timeout
                : GenServer.INFINITY;
    }

    private static Optional<ExitReason> endOf(Monitor watching, Duration timeout) {
        return Processes.receive(Down.class, watching::isAnsweredBy, timeout).map(Down::reason);
    }

    /** Returns why the process had ended before it was asked to, if that was not received yet. */
    private Optional<ExitReason> earlierEnd() {
        return Processes.receive(Down.class, monitor::isAnsweredBy, Duration.ZERO)
                .map(Down::reason);
    }
}
