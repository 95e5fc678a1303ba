package otp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be seen of a living process from outside. It may have changed by the time it is read.
 *
 * @param pid the process
 * @param label what it is, in a word: the class of a server, {@code Process}, or {@code Thread} if
 *     the runtime did not start it
 * @param name the name that it is registered under, if it has one
 * @param names all names by which others find it: this one and its unique keys in registries; the
 *     one that it was started under if it has no other
 * @param parent the process that has started it, if that was one
 * @param status what it does
 * @param mailboxLength how many messages wait for it, about
 * @param links the processes that it is linked with, in no particular order
 * @param monitors what it monitors, as it was given to {@link Processes#monitor}, in no particular
 *     order
 * @param monitoredBy the processes that monitor it, in no particular order
 * @param trapsExits whether exit signals reach it as messages
 */
public record ProcessInfo(
        Pid<?> pid,
        String label,
        Optional<Name<?>> name,
        List<ProcessName<?>> names,
        Optional<Pid<?>> parent,
        Status status,
        int mailboxLength,
        List<Pid<?>> links,
        List<ServerRef<?>> monitors,
        List<Pid<?>> monitoredBy,
        boolean trapsExits) {

    /** What a process does. */
    public enum Status {
        /** It runs, or it could. */
        RUNNING,

        /** It waits: for a message, or for something else. */
        WAITING,

        /** {@link Sys#suspend} has suspended it. */
        SUSPENDED;

        private static Status of(LocalProcess<?> process) {
            Body body = process.body();
            if (body != null && body.isSuspended()) {
                return SUSPENDED;
            }
            return switch (stateOf(process)) {
                case NEW, RUNNABLE, BLOCKED -> RUNNING;
                case WAITING, TIMED_WAITING, TERMINATED -> WAITING;
            };
        }

        /** The class of an adopted thread may be anybody's, and with it this method. */
        private static Thread.State stateOf(LocalProcess<?> process) {
            Thread thread = process.thread();
            return isOfTheJdk(thread)
                    ? thread.getState()
                    : ForeignCode.call(thread::getState, Thread.State.RUNNABLE);
        }

        /** Nearly all are: to look at one need not wait for another thread. */
        private static boolean isOfTheJdk(Thread thread) {
            return thread.getClass().getClassLoader() == null;
        }
    }

    static ProcessInfo of(LocalProcess<?> process) {
        Lifeline life = process.lifeline();
        return new ProcessInfo(
                process,
                process.label(),
                Optional.ofNullable(process.name()),
                namesOf(process),
                Optional.ofNullable(process.parent()),
                Status.of(process),
                process.mailbox().size(),
                List.copyOf(life.links().copy()),
                life.monitors().copy().stream().<ServerRef<?>>map(Monitor::reference).toList(),
                life.monitoredBy().copy().stream().<Pid<?>>map(Monitor::owner).toList(),
                life.trapsExits());
    }

    /**
     * Returns the names by which others find a process: its own, and its keys; the one under which
     * it was started if it has no other. Keys are anybody's values, so that none is compared.
     */
    static List<ProcessName<?>> namesOf(LocalProcess<?> process) {
        Stream<ProcessName<?>> own = Stream.ofNullable(process.name());
        Stream<ProcessName<?>> keys =
                process.lifeline().belongings().copy().stream().flatMap(Belonging::names);
        List<ProcessName<?>> names = Stream.concat(own, keys).toList();
        Body body = process.body();
        return names.isEmpty() && body != null ? body.startNames() : names;
    }
}
