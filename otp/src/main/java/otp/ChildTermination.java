package otp;

/** Ends a child in its supervisor's name, and waits until it has ended. */
final class ChildTermination {

    private ChildTermination() {}

    /** Ends the process of a child as its specification says; blocks for as long as that takes. */
    static void of(Child child) {
        LocalProcess<?> supervisor = ProcessTable.current();
        LocalProcess<?> process = (LocalProcess<?>) child.pid();
        Monitor monitor = Monitor.begin(supervisor, process, process);
        ExitReason reason =
                switch (child.spec().shutdown()) {
                    case Shutdown.BrutalKill _ -> kill(supervisor, process, monitor);
                    case Shutdown.Timeout timeout ->
                            shutDown(supervisor, process, monitor, timeout.deadline());
                };
        child.reportShutdown(reason);
    }

    private static ExitReason shutDown(
            LocalProcess<?> supervisor, LocalProcess<?> process, Monitor monitor, long deadline) {
        process.lifeline().signal(supervisor, ExitReason.SHUTDOWN);
        Envelope down = supervisor.mailbox().take(monitor::isAnsweredBy, deadline);
        return down == null
                ? kill(supervisor, process, monitor)
                : reasonOf(supervisor, process, down);
    }

    private static ExitReason kill(
            LocalProcess<?> supervisor, LocalProcess<?> process, Monitor monitor) {
        process.lifeline().signal(supervisor, ExitReason.KILL);
        Envelope down = supervisor.mailbox().take(monitor::isAnsweredBy, Deadline.NEVER);
        return reasonOf(supervisor, process, down);
    }

    /** Takes the exit message of the child, which must not be taken for a crash later. */
    private static ExitReason reasonOf(
            LocalProcess<?> supervisor, LocalProcess<?> process, Envelope down) {
        supervisor.lifeline().unlink(process);
        Envelope exit = supervisor.mailbox().poll(message -> isExitOf(process, message));
        return exit == null
                ? ((Down) down.message()).reason()
                : ((ExitMessage) exit.message()).reason();
    }

    private static boolean isExitOf(LocalProcess<?> process, Object message) {
        return message instanceof ExitMessage exit && exit.from() == process;
    }
}
