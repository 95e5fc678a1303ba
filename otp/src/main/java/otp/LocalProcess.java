package otp;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A process: a thread with a {@link Mailbox} and a {@link Lifeline}. The thread comes and goes: a
 * process that hibernates has none until its next message.
 *
 * @param <M> the messages that the process understands
 */
final class LocalProcess<M> implements Pid<M>, Runnable {

    private static final AtomicLong LAST_NUMBER = new AtomicLong();

    /** What a process that hibernates has in place of a thread. */
    private static final Thread NONE = Thread.ofVirtual().start(() -> {});

    private final long number = LAST_NUMBER.incrementAndGet();
    private final boolean isAdopted;
    private final Mailbox mailbox = new Mailbox(this);
    private final Lifeline lifeline = new Lifeline(this);

    /** What the process does; null if its thread is adopted, and once it has ended. */
    private volatile Body body;

    private volatile Thread thread;
    private volatile Name<?> name;

    /**
     * The process that has started this one; null if there is none, and once this one has ended.
     */
    private volatile LocalProcess<?> parent;

    private final BusyMeter busyMeter = new BusyMeter();

    /** Set if a thread was to be started for the process and could not be. */
    volatile boolean isOverslept;

    /** Set for a helper of a tool, which is no part of the program that is looked at. */
    volatile boolean isHidden;

    /** The process whose end is to be announced after that of this one. */
    LocalProcess<?> nextToEnd;

    /** Creates a process with a thread of its own, to be started by the current thread. */
    LocalProcess(Body body) {
        this(body, ProcessTable.of(Thread.currentThread()));
    }

    /** Creates a process with a thread of its own, to be started by a process, or by none: null. */
    LocalProcess(Body body, LocalProcess<?> parent) {
        this.isAdopted = false;
        this.body = body;
        this.thread = newThread(this);
        this.parent = parent;
        tellStart();
    }

    /** Creates the process that a thread of somebody else's is from now on. */
    LocalProcess(Thread adopted) {
        this.isAdopted = true;
        this.thread = adopted;
        tellStart();
    }

    private void tellStart() {
        if (Tracing.isOn()) {
            Tracing.tell(
                    () -> new ProcessEvent.Started(this, Optional.ofNullable(parent), label()));
        }
    }

    /** Inherits nothing from the thread that happens to start or to wake the process. */
    private static Thread newThread(Runnable work) {
        return Thread.ofVirtual().inheritInheritableThreadLocals(false).unstarted(work);
    }

    /** Starts the process; if that fails, the process ends. */
    void start() {
        try {
            ProcessTable.add(this);
            thread.start();
        } catch (Throwable failed) {
            end(failed);
            throw failed;
        }
    }

    /**
     * Runs the process in its own thread, and announces its end once nothing of it runs any more.
     */
    @Override
    public void run() {
        busyMeter.hasWaited();
        Throwable thrown = null;
        try {
            if (body.run()) {
                return;
            }
        } catch (Throwable any) {
            thrown = any;
        }
        end(thrown);
    }

    /** Ends the process of which nothing runs any more; null stands for an end in good order. */
    private void end(Throwable thrown) {
        ExitReason reason = thrown == null ? ExitReason.NORMAL : Exit.reasonFor(thrown);
        try {
            if (lifeline.leave(reason) && thrown != null && body.isCrash(thrown)) {
                CrashReport.log(() -> CrashReport.ofProcess(this, reason));
            }
        } finally {
            Endings.announce(this);
        }
    }

    /** Announces the end; what there is no memory for is announced later. Never fails. */
    void announceEnd(Endings endings) {
        try {
            lifeline.announceEnd(endings);
            // A pid may be kept for long, and must not keep what the process had.
            body = null;
            parent = null;
            thread = NONE;
        } catch (VirtualMachineError full) {
            Postponed.announceEnd(this);
        }
    }

    /** Has the process end, from outside. */
    void die(ExitReason reason, Endings endings) {
        if (lifeline.leaveOnSignal(reason)) {
            goToItsEnd(endings);
        }
    }

    /** Has the process go to its end, once that has been settled from outside. */
    void goToItsEnd(Endings endings) {
        if (mailbox.ownerIsToEnd()) {
            endings.add(this);
        } else if (isAdopted) {
            wake();
        } else {
            Reaper.interrupt(this);
        }
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

    /** Runs on in a new thread. Never fails: without memory for a thread, it runs on later. */
    void awaken() {
        try {
            ProcessTable.threadEnds(this);
            thread = newThread(this);
            ProcessTable.threadBegins(this);
            thread.start();
        } catch (Throwable full) {
            isOverslept = true;
            Postponed.wakeUp = true;
        }
    }

    /** Lets the process look again at its mailbox and at whether it may live. Never fails. */
    void wake() {
        try {
            LockSupport.unpark(thread);
        } catch (Throwable full) {
            Postponed.wakeUp = true;
        }
    }

    /** Wakes the process, in case that it was to be woken and that had failed. */
    void wakeUp() {
        if (isOverslept) {
            isOverslept = false;
            awaken();
        } else {
            wake();
        }
    }

    /**
     * Lets others run first, in the process's own thread, if they have been waiting too long and
     * this process is one of those that are busy.
     */
    void giveWay() {
        if (busyMeter.count() && thread.isVirtual()) {
            Turns.stepAside(mailbox.size() > 0);
        }
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
        busyMeter.hasWaited();
        boolean interrupted = Thread.interrupted();
        checkNotExiting();
        if (interrupted && isAdopted) {
            thread.interrupt();
            throw new Exit(ExitReason.of("interrupted"));
        }
    }

    /** Throws {@link Killed} in the process's own thread if the process has to end. */
    void checkNotExiting() {
        ExitReason reason = lifeline.exiting();
        if (reason != null) {
            Killed killed = new Killed(reason);
            if (isAdopted) {
                AdoptedThreads.end(this);
            }
            throw killed;
        }
    }

    /** Returns the number of the process: a younger one has a higher number. */
    long number() {
        return number;
    }

    boolean isAlive() {
        return lifeline.isAlive();
    }

    /** Tells whether the thread is somebody else's: it cannot be ended, only be told. */
    boolean isAdopted() {
        return isAdopted;
    }

    /** Returns who has started the process; null if nobody has, or if it has ended. */
    LocalProcess<?> parent() {
        return parent;
    }

    Lifeline lifeline() {
        return lifeline;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Thread thread() {
        return thread;
    }

    /** Returns what the process does; null if its thread is adopted, and once it has ended. */
    Body body() {
        return body;
    }

    /** Returns what the process is, in a word. */
    String label() {
        Body current = body;
        if (current != null) {
            return current.label();
        }
        return isAdopted ? "Thread" : "Process";
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
