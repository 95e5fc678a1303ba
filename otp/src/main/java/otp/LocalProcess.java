package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A process: a thread with a mailbox, and with ties to the processes that want to know of its end.
 *
 * @param <M> the messages that the process understands
 */
final class LocalProcess<M> implements Pid<M>, Runnable {

    private static final AtomicLong LAST_NUMBER = new AtomicLong();
    private static final VarHandle EXITING =
            Fields.handle(MethodHandles.lookup(), "exiting", ExitReason.class);

    /** What a process that hibernates has in place of a thread. */
    private static final Thread NONE = Thread.startVirtualThread(() -> {});

    private final long number = LAST_NUMBER.incrementAndGet();
    private final Body body;
    private volatile Thread thread;
    private final Mailbox mailbox = new Mailbox(this);
    private final ClosableSet<LocalProcess<?>> links = new ClosableSet<>();
    private final ClosableSet<Monitor> monitoredBy = new ClosableSet<>();
    private final ClosableSet<Monitor> monitors = new ClosableSet<>();
    private final ClosableSet<PendingCall> unansweredCalls = new ClosableSet<>();
    private final ClosableSet<Belonging> belongings = new ClosableSet<>();

    /** Why the process ends; null for as long as it is alive. */
    private volatile ExitReason exiting;

    private volatile boolean trapsExits;
    private volatile Name<?> name;

    /** The last turn in which the process stepped aside; only its own thread asks. */
    private int turn = Turns.current();

    /** Creates a process with a thread of its own, to be started. */
    LocalProcess(Body body) {
        this.body = body;
        this.thread = Thread.ofVirtual().unstarted(this);
    }

    /** Creates the process that a thread of somebody else's is from now on. */
    LocalProcess(Thread adopted) {
        this.body = null;
        this.thread = adopted;
    }

    void start() {
        ProcessTable.add(this);
        thread.start();
    }

    /**
     * Runs the process in its own thread, and announces its end once nothing of it runs any more.
     */
    @Override
    public void run() {
        if (!hibernatesAfterRunning()) {
            end();
        }
    }

    private boolean hibernatesAfterRunning() {
        try {
            if (body.run()) {
                return true;
            }
            leave(ExitReason.NORMAL);
        } catch (Exit exit) {
            leave(exit.reason());
        } catch (Throwable thrown) {
            if (leave(new ExitReason.Crash(thrown))) {
                CrashReport.ofProcess(this, exiting).log();
            }
        }
        return false;
    }

    /**
     * Tries to do without a thread until a message comes: a thread that waits costs more memory
     * than all the rest of a process. Returns true if the calling thread has to end now.
     */
    boolean hibernate() {
        Thread current = thread;
        ProcessTable.threadEnds(this);
        thread = NONE;
        boolean hibernates = mailbox.hibernate() && (isAlive() || !mailbox.awaken());
        if (!hibernates) {
            thread = current;
            ProcessTable.threadBegins(this);
        }
        return hibernates;
    }

    /** Runs on in a new thread. */
    void awaken() {
        thread = Thread.ofVirtual().unstarted(this);
        ProcessTable.threadBegins(this);
        thread.start();
    }

    /** Lets others run first, in the process's own thread, if they have been waiting too long. */
    void giveWay() {
        int current = Turns.current();
        if (turn != current && !isAdopted()) {
            turn = current;
            // What a timer wakes goes behind all that wait; what yields would go before them.
            LockSupport.parkNanos(1);
        }
    }

    /** Settles why the process ends, if nothing has settled it before. */
    boolean leave(ExitReason reason) {
        return EXITING.compareAndSet(this, null, reason);
    }

    /**
     * Announces the end, and that of all who hibernate and end with this one: they have no thread
     * to do it in.
     */
    void end() {
        Queue<LocalProcess<?>> hibernating = new ArrayDeque<>();
        for (LocalProcess<?> next = this; next != null; next = hibernating.poll()) {
            next.announceEnd(hibernating);
        }
    }

    /** Tells everybody who wants to know; the order is Erlang's, and clients may rely on it. */
    private void announceEnd(Queue<LocalProcess<?>> hibernating) {
        ProcessTable.remove(this);
        belongings.close().forEach(belonging -> belonging.ownerEnded(this));
        for (LocalProcess<?> linked : links.close()) {
            if (linked.linkBroke(this, exiting)) {
                hibernating.add(linked);
            }
        }
        mailbox.close(exiting);
        unansweredCalls.close().forEach(call -> call.fail(exiting));
        monitoredBy.close().forEach(monitor -> monitor.down(exiting));
        monitors.close().forEach(Monitor::cancel);
    }

    /** Takes an exit signal from another process, or from itself. */
    void signal(LocalProcess<?> from, ExitReason reason) {
        boolean mustBeEnded =
                reason.equals(ExitReason.KILL) ? die(ExitReason.KILLED) : receiveExit(from, reason);
        if (mustBeEnded) {
            end();
        }
    }

    /** Like {@link #die}. */
    private boolean linkBroke(LocalProcess<?> ended, ExitReason reason) {
        return links.remove(ended) && receiveExit(ended, reason);
    }

    /** Like {@link #die}. */
    private boolean receiveExit(LocalProcess<?> from, ExitReason reason) {
        if (trapsExits) {
            mailbox.put(new Envelope.Plain(new ExitMessage(from, reason)));
            return false;
        }
        return (from == this || !reason.equals(ExitReason.NORMAL)) && die(reason);
    }

    /** Has the process end; returns true if it hibernates, so that the caller has to end it. */
    private boolean die(ExitReason reason) {
        if (!leave(reason)) {
            return false;
        }
        if (mailbox.awaken()) {
            return true;
        }
        if (isAdopted()) {
            wake();
        } else {
            thread.interrupt();
            Reaper.watch(this);
        }
        return false;
    }

    /** Lets the process look again at its mailbox and at whether it may live. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Waits, in the process's own thread, for {@link #wake} or the deadline, or for no reason at
     * all.
     */
    void park(long deadline) {
        checkNotExiting();
        if (deadline == Deadline.NEVER) {
            LockSupport.park();
        } else {
            LongWaits.park(deadline);
        }
        boolean interrupted = Thread.interrupted();
        checkNotExiting();
        if (interrupted && isAdopted()) {
            thread.interrupt();
            throw new Exit(ExitReason.of("interrupted"));
        }
    }

    /** Throws {@link Killed} in the process's own thread if the process has to end. */
    void checkNotExiting() {
        if (exiting != null) {
            Killed killed = new Killed(exiting);
            if (isAdopted()) {
                end();
            }
            throw killed;
        }
    }

    /** Returns why the process ends; null for as long as it is alive. */
    ExitReason exiting() {
        return exiting;
    }

    boolean isAlive() {
        return exiting == null;
    }

    /** Tells whether the thread is somebody else's: it cannot be ended, only be told. */
    boolean isAdopted() {
        return body == null;
    }

    boolean trapsExits() {
        return trapsExits;
    }

    boolean trapExits(boolean trap) {
        boolean before = trapsExits;
        trapsExits = trap;
        return before;
    }

    /** Links both processes; if the other has ended, this one hears of it at once. */
    void link(LocalProcess<?> other) {
        if (other != this && links.add(other) && !other.links.add(this)) {
            linkBroke(other, ExitReason.NOPROC);
        }
    }

    void unlink(LocalProcess<?> other) {
        links.remove(other);
        other.links.remove(this);
    }

    /** Returns the number of the process: a younger one has a higher number. */
    long number() {
        return number;
    }

    Thread thread() {
        return thread;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Returns the server that the process runs; nothing if it runs none, or none yet. */
    Optional<GenServer<?, ?>> server() {
        return body instanceof ServerLoop<?, ?> loop
                ? Optional.ofNullable(loop.server())
                : Optional.empty();
    }

    /** Returns what the process is, in a word. */
    String label() {
        return server().map(GenServer::label).orElse(isAdopted() ? "Thread" : "Process");
    }

    ClosableSet<LocalProcess<?>> links() {
        return links;
    }

    ClosableSet<Monitor> monitoredBy() {
        return monitoredBy;
    }

    ClosableSet<Monitor> monitors() {
        return monitors;
    }

    ClosableSet<PendingCall> unansweredCalls() {
        return unansweredCalls;
    }

    /** What goes with the process when it ends, before anybody hears of the end. */
    ClosableSet<Belonging> belongings() {
        return belongings;
    }

    Name<?> name() {
        return name;
    }

    void name(Name<?> given) {
        name = given;
    }

    @Override
    public String toString() {
        return "#PID<0." + number + ".0>";
    }
}
