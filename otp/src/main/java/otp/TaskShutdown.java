package otp;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of a task that its owner asks for.
 *
 * @param pid the process of the task
 * @param monitor the owner's monitor of it, which may have been answered
 * @param how how it is ended
 */
record TaskShutdown(Pid<?> pid, Monitor monitor, Shutdown how) {

    TaskShutdown {
        Objects.requireNonNull(how, "say how the task is to be shut down");
    }

    /** Returns why a process ends that does so as it is told. */
    ExitReason reason() {
        return how instanceof Shutdown.BrutalKill ? ExitReason.KILLED : ExitReason.SHUTDOWN;
    }

    /** Ends the process, and waits until it has ended; returns why it has. */
    ExitReason perform() {
        // A second monitor may hear noproc before the first one hears of the end.
        Monitor watching = monitor.isOver() ? Processes.monitor(pid) : monitor;
        unlinkAndExit();
        try {
            return awaitEnd(watching);
        } catch (Exit interrupted) {
            Processes.exit(pid, ExitReason.KILL);
            Processes.demonitorAndFlush(watching);
            throw interrupted;
        }
    }

    private ExitReason awaitEnd(Monitor watching) {
        Optional<ExitReason> end = endOf(watching, patience());
        if (end.isEmpty()) {
            Processes.exit(pid, ExitReason.KILL);
            end = endOf(watching, GenServer.INFINITY);
        }
        Processes.demonitorAndFlush(watching);
        return end.orElseThrow();
    }

    /** In one go: if the owner is ended between the two, the task must not be left behind. */
    void unlinkAndExit() {
        LocalProcess<?> owner = ProcessTable.current();
        LocalProcess<?> task = (LocalProcess<?>) pid;
        owner.lifeline().unlink(task);
        task.lifeline()
                .signal(
                        owner,
                        how instanceof Shutdown.BrutalKill ? ExitReason.KILL : ExitReason.SHUTDOWN);
    }

    private Duration patience() {
        return how instanceof Shutdown.Timeout(Duration timeout) && timeout != null
                ? timeout
                : GenServer.INFINITY;
    }

    /** The answer of a monitor that is over may still be in the mailbox, and comes first then. */
    private Optional<ExitReason> endOf(Monitor watching, Duration timeout) {
        return Processes.receive(
                        Down.class,
                        down -> down.monitor() == monitor || down.monitor() == watching,
                        timeout)
                .map(Down::reason);
    }
}
