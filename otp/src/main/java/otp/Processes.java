package otp;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The primitives: start processes, send and receive, be told of ends, and end.
 *
 * <p>A process runs beside all others, shares nothing with them, and takes messages from its
 * mailbox one at a time. Each runs on a virtual thread of its own; a server that waits has none. A
 * thread that the runtime did not start, such as a test's or a shell's, is made a process when it
 * first needs to be one.
 *
 * <p>No method blocks, except {@code receive}. Inside a process that has been ended from outside,
 * every method throws {@link Killed}.
 */
public final class Processes extends TimerFunctions {

    private Processes() {}

    /**
     * Starts a process that runs the body and ends with it: with {@link ExitReason#NORMAL} if the
     * body returns, with the reason of an {@link Exit} that it throws, and with {@link
     * ExitReason.Crash} if it throws anything else.
     *
     * @param <M> the messages that the body understands, which is for the caller to know
     */
    public static <M> Pid<M> spawn(ThrowingRunnable body) {
        return spawn((Runnable) body);
    }

    /** Starts a process as {@link #spawn(ThrowingRunnable)} does. */
    public static <M> Pid<M> spawn(Runnable body) {
        ProcessTable.checkCaller();
        LocalProcess<M> process = new LocalProcess<>(Body.of(body));
        process.start();
        return process;
    }

    /**
     * Starts a process as {@link #spawn(ThrowingRunnable)} does, and links it to the calling one
     * before it runs.
     */
    public static <M> Pid<M> spawnLink(ThrowingRunnable body) {
        return spawnLink((Runnable) body);
    }

    /** Starts a process as {@link #spawnLink(ThrowingRunnable)} does. */
    public static <M> Pid<M> spawnLink(Runnable body) {
        LocalProcess<?> parent = ProcessTable.current();
        LocalProcess<M> process = new LocalProcess<>(Body.of(body));
        parent.lifeline().link(process);
        process.start();
        return process;
    }

    /** Starts a process as {@link #spawn(ThrowingRunnable)} does, monitored before it runs. */
    public static Monitor spawnMonitor(ThrowingRunnable body) {
        return spawnMonitor((Runnable) body);
    }

    /** Starts a process as {@link #spawnMonitor(ThrowingRunnable)} does. */
    public static Monitor spawnMonitor(Runnable body) {
        LocalProcess<?> owner = ProcessTable.current();
        LocalProcess<?> process = new LocalProcess<>(Body.of(body));
        Monitor monitor = Monitor.begin(owner, process, process);
        process.start();
        return monitor;
    }

    /**
     * Returns the calling process.
     *
     * @param <M> the messages that the process understands, which is for the caller to know
     */
    @SuppressWarnings("unchecked")
    public static <M> Pid<M> self() {
        return (Pid<M>) ProcessTable.current();
    }

    /**
     * Sends a message. It arrives after every message that the calling process has sent there
     * before. What is sent to a process that has ended is dropped.
     *
     * @throws IllegalArgumentException if no process is registered under the name given
     */
    public static <M> void send(ServerRef<? super M> to, M message) {
        ProcessTable.checkCaller();
        LocalProcess<?> receiver = ProcessTable.find(to);
        if (receiver == null) {
            throw new IllegalArgumentException("no process is registered under the name " + to);
        }
        receiver.mailbox().put(new Envelope.Plain(message));
    }

    /** Takes the oldest message from the mailbox, and waits for one if there is none. */
    public static Object receive() {
        LocalProcess<?> self = ProcessTable.current();
        return self.lifeline().open(self.mailbox().take());
    }

    /**
     * Takes the oldest message of a type from the mailbox, and waits for one if there is none.
     * Messages of other types stay where they are.
     */
    public static <T> T receive(Class<T> type) {
        return receive(type, _ -> true);
    }

    /**
     * Takes the oldest message of a type from the mailbox, as {@link #receive(Class)} does. Returns
     * nothing if the timeout passes first; one of zero only looks at what is there.
     */
    public static <T> Optional<T> receive(Class<T> type, Duration timeout) {
        return receive(type, _ -> true, timeout);
    }

    /**
     * Takes the oldest message of a type that is wanted from the mailbox, and waits for one if
     * there is none; {@code receive do {:reply, ^reference, answer} -> ... end} in Elixir. Other
     * messages stay where they are.
     *
     * @param wanted looks at messages of the type, and at some more than once; if it throws, so
     *     does this method, and every message is still there
     * @throws IllegalStateException if {@code wanted} itself receives
     */
    public static <T> T receive(Class<T> type, Predicate<? super T> wanted) {
        return receive(type, wanted, Deadline.NEVER).orElseThrow();
    }

    /**
     * Takes the oldest message of a type that is wanted, as {@link #receive(Class, Predicate)}
     * does. Returns nothing if the timeout passes first.
     */
    public static <T> Optional<T> receive(
            Class<T> type, Predicate<? super T> wanted, Duration timeout) {
        return receive(type, wanted, Deadline.after(timeout));
    }

    private static <T> Optional<T> receive(
            Class<T> type, Predicate<? super T> wanted, long deadline) {
        Objects.requireNonNull(type, "messages are of a type, which cannot be null");
        Objects.requireNonNull(wanted, "what tells whether a message is wanted cannot be null");
        Predicate<Object> matches =
                message -> type.isInstance(message) && wanted.test(type.cast(message));
        LocalProcess<?> self = ProcessTable.current();
        return Optional.ofNullable(self.mailbox().take(matches, deadline))
                .map(envelope -> type.cast(self.lifeline().open(envelope)));
    }

    /**
     * Links the calling process with another: when either ends, the other gets an exit signal with
     * its reason, which does what {@link #exit} says. A process that has ended already gives the
     * signal at once, with {@link ExitReason#NOPROC}. To link twice is to link once.
     */
    public static void link(Pid<?> other) {
        ProcessTable.current().lifeline().link((LocalProcess<?>) other);
    }

    /** Undoes {@link #link}, from either side: no exit signal comes through the link any more. */
    public static void unlink(Pid<?> other) {
        ProcessTable.current().lifeline().unlink((LocalProcess<?>) other);
    }

    /**
     * Has the calling process told when another ends: it gets a {@link Down}, once. If there is no
     * such process, the {@link Down} is there at once, with {@link ExitReason#NOPROC}.
     */
    public static Monitor monitor(ServerRef<?> process) {
        return Monitor.begin(ProcessTable.current(), ProcessTable.find(process), process);
    }

    /**
     * Ends a monitor. Returns whether it was in time: if not, its {@link Down} has been delivered.
     *
     * @throws IllegalArgumentException if the monitor is another process's, which counts on it
     */
    public static boolean demonitor(Monitor monitor) {
        return monitor.demonitor(ProcessTable.current());
    }

    /**
     * Ends a monitor as {@link #demonitor} does, and takes its {@link Down} from the calling
     * process's mailbox if it has been delivered: so it is never received afterwards; {@code
     * Process.demonitor(monitor, [:flush, :info])} in Elixir. Returns whether it was in time.
     *
     * @throws IllegalArgumentException if the monitor is another process's
     */
    public static boolean demonitorAndFlush(Monitor monitor) {
        return monitor.demonitorAndFlush(ProcessTable.current());
    }

    /**
     * Sends an exit signal. A process that traps exits receives an {@link ExitMessage}; any other
     * ends with the reason, except that it ignores {@link ExitReason#NORMAL} from others. {@link
     * ExitReason#KILL} ends either, and those who ask see {@link ExitReason#KILLED}.
     *
     * <p>Java code cannot be ended from outside: its thread is interrupted until it ends, and only
     * then is the end announced. {@link #isAlive} is false at once, and who links, monitors or asks
     * the process from now on is told {@link ExitReason#NOPROC} then.
     */
    public static void exit(Pid<?> process, ExitReason reason) {
        LocalProcess<?> sender = ProcessTable.current();
        ((LocalProcess<?>) process).lifeline().signal(sender, reason);
        sender.checkNotExiting();
    }

    /**
     * Says whether exit signals reach the calling process as {@link ExitMessage}s instead of ending
     * it; at first they do not. Returns what held before.
     */
    public static boolean trapExits(boolean trap) {
        return ProcessTable.current().lifeline().trapExits(trap);
    }

    /** Tells whether a process has neither ended nor been told to. */
    public static boolean isAlive(Pid<?> process) {
        ProcessTable.checkCaller();
        return ((LocalProcess<?>) process).isAlive();
    }

    /**
     * Returns the processes that are alive, the calling one among them, the oldest first. Those
     * that {@link Trace#hide} has hidden are left out.
     */
    public static List<Pid<?>> list() {
        ProcessTable.current();
        AdoptedThreads.buryAllDead();
        return ProcessTable.all().stream()
                .filter(process -> process.isAlive() && !process.isHidden)
                .sorted(Comparator.comparingLong(LocalProcess::number))
                .<Pid<?>>map(process -> process)
                .toList();
    }

    /**
     * Returns how many messages wait for a process, about; 0 if it is not alive. It is the cheapest
     * of what {@link #info} tells.
     */
    public static int mailboxLength(Pid<?> process) {
        ProcessTable.checkCaller();
        LocalProcess<?> asked = (LocalProcess<?>) process;
        return asked.isAlive() ? asked.mailbox().size() : 0;
    }

    /** Returns what can be seen of a process from outside; nothing if it is not alive. */
    public static Optional<ProcessInfo> info(Pid<?> process) {
        ProcessTable.checkCaller();
        return Optional.<LocalProcess<?>>of((LocalProcess<?>) process)
                .filter(LocalProcess::isAlive)
                .map(ProcessInfo::of);
    }

    /**
     * Registers a process under a name, until it ends or {@link #unregister} is called.
     *
     * @throws IllegalArgumentException if the name is taken, or the process has ended or has a name
     */
    public static <M> void register(Pid<? super M> process, Name<M> name) {
        ProcessTable.checkCaller();
        LocalProcess<?> holder = ProcessTable.register(name, (LocalProcess<?>) process);
        if (holder == null) {
            throw new IllegalArgumentException(process + " has ended, and cannot have a name");
        }
        if (holder != process) {
            throw new IllegalArgumentException(name + " is the name of another process");
        }
    }

    /**
     * Frees a name.
     *
     * @throws IllegalArgumentException if no process is registered under it
     */
    public static void unregister(Name<?> name) {
        ProcessTable.checkCaller();
        LocalProcess<?> holder = ProcessTable.find(name);
        if (holder == null || !ProcessTable.unregister(name, holder)) {
            throw new IllegalArgumentException("no process is registered under the name " + name);
        }
    }

    /** Returns the process that is registered under a name, if there is one. */
    @SuppressWarnings("unchecked")
    public static <M> Optional<Pid<M>> whereis(Name<M> name) {
        ProcessTable.checkCaller();
        return Optional.ofNullable((Pid<M>) ProcessTable.find(name));
    }

    /** Returns all names that are in use, in no order: a process has its own until it has ended. */
    public static List<Name<?>> registered() {
        ProcessTable.checkCaller();
        return ProcessTable.names();
    }
}
