package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The life of a process as other processes see it: to what it is tied, why it ends, and the
 * announcement of its end. It knows nothing of threads, and any thread may use it.
 */
final class Lifeline {

    private static final VarHandle EXITING =
            Fields.handle(MethodHandles.lookup(), "exiting", ExitReason.class);

    private static final VarHandle IS_PENDING =
            Fields.handle(MethodHandles.lookup(), "isPending", boolean.class);

    /** How many processes have to end, from outside, and have not ended yet. */
    private static final AtomicInteger PENDING = new AtomicInteger();

    private static final int TRIES = 3;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final LocalProcess<?> process;
    private final ClosableSet<LocalProcess<?>> links = new ClosableSet<>();
    private final ClosableSet<Monitor> monitoredBy = new ClosableSet<>();
    private final ClosableSet<Monitor> monitors = new ClosableSet<>();
    private final ClosableSet<PendingCall> unansweredCalls = new ClosableSet<>();
    private final ClosableSet<Belonging> belongings = new ClosableSet<>();

    /** Why the process ends; null for as long as it is alive. */
    private volatile ExitReason exiting;

    private volatile boolean trapsExits;

    /** Set while the process counts as one of those that have to end. */
    private volatile boolean isPending;

    Lifeline(LocalProcess<?> process) {
        this.process = process;
    }

    /** Tells whether any process has to end: if not, none needs to look whether it is meant. */
    static boolean isAnyPending() {
        return PENDING.get() != 0;
    }

    /**
     * Settles, from outside, why the process ends, if nothing has settled it before; tells whether
     * it did. The process counts as pending until its end has been announced.
     */
    boolean leaveOnSignal(ExitReason reason) {
        if (!isAlive()) {
            return false;
        }
        // First: a process that has to end must not miss it.
        if (IS_PENDING.compareAndSet(this, false, true)) {
            PENDING.incrementAndGet();
        }
        boolean leaves = leave(reason);
        if (!leaves && ProcessTable.hasEnded(process)) {
            pendsNoMore();
        }
        return leaves;
    }

    private void pendsNoMore() {
        if (IS_PENDING.compareAndSet(this, true, false)) {
            PENDING.decrementAndGet();
        }
    }

    /** Settles why the process ends, if nothing has settled it before; tells whether it did. */
    boolean leave(ExitReason reason) {
        return EXITING.compareAndSet(this, null, reason);
    }

    /** Returns why the process ends; null for as long as it is alive. */
    ExitReason exiting() {
        return exiting;
    }

    boolean isAlive() {
        return exiting == null;
    }

    boolean trapsExits() {
        return trapsExits;
    }

    boolean trapExits(boolean trap) {
        boolean before = trapsExits;
        trapsExits = trap;
        return before;
    }

    ClosableSet<LocalProcess<?>> links() {
        return links;
    }

    ClosableSet<Monitor> monitoredBy() {
        return monitoredBy;
    }

    /**
     * Adds to the links or the monitors of the process, unless it has ended; tells whether it did.
     */
    <T> boolean tie(ClosableSet<T> ties, T tie) {
        return ties.add(tie, this::wasToldToEnd, () -> Latecomers.add(process, tie));
    }

    private boolean wasToldToEnd() {
        return !isAlive() && (isPending || belongings.isClosed());
    }

    /** Returns why the process has ended, for one that was linked to it or has monitored it. */
    private ExitReason reasonFor(Object tie) {
        return Latecomers.include(process, tie) ? ExitReason.NOPROC : exiting;
    }

    ClosableSet<Monitor> monitors() {
        return monitors;
    }

    /** The calls that the process has taken and not yet answered: they fail if it ends. */
    ClosableSet<PendingCall> unansweredCalls() {
        return unansweredCalls;
    }

    /** What goes with the process when it ends, before anybody hears of the end. */
    ClosableSet<Belonging> belongings() {
        return belongings;
    }

    /**
     * Returns the message in an envelope that the process has received by itself. If it is a call,
     * it fails when the process ends.
     */
    Object open(Envelope envelope) {
        Object message = envelope.message();
        envelope.putOff(unansweredCalls);
        return message;
    }

    /** Links both processes; if one of them has ended, the other hears of it at once. */
    void link(LocalProcess<?> other) {
        if (Tracing.isOn()) {
            Tracing.tell(() -> new ProcessEvent.Linked(process, other));
        }
        if (other != process) {
            Endings.after(endings -> link(other, endings));
        }
    }

    private void link(LocalProcess<?> other, Endings endings) {
        Lifeline others = other.lifeline();
        if (onBothSides(others, () -> links.add(other) && !others.tie(others.links, process))) {
            linkBroke(other, ExitReason.NOPROC, endings);
        }
    }

    void unlink(LocalProcess<?> other) {
        if (Tracing.isOn()) {
            Tracing.tell(() -> new ProcessEvent.Unlinked(process, other));
        }
        StackRoom.check();
        Lifeline others = other.lifeline();
        onBothSides(others, () -> links.remove(other) | others.links.remove(process));
    }

    /** In one moment: where one links and the other unlinks, both are linked afterwards or none. */
    private boolean onBothSides(Lifeline others, BooleanSupplier change) {
        boolean isOlder = process.number() < others.process.number();
        synchronized ((isOlder ? this : others).links) {
            synchronized ((isOlder ? others : this).links) {
                return change.getAsBoolean();
            }
        }
    }

    private void linkBroke(LocalProcess<?> ended, ExitReason reason, Endings endings) {
        // Made first: what needs memory may fail, and then nothing must have changed.
        Envelope exit = new Envelope.Plain(new ExitMessage(ended, reason));
        // In one moment: what unlinks too late may rely on the signal having had its effect.
        boolean hasToEnd =
                links.remove(
                        ended,
                        () -> hasToEndBy(Tracing.isOn() ? Tracing.send(process, exit) : exit));
        if (hasToEnd) {
            process.goToItsEnd(endings);
        }
    }

    /** Takes an exit signal from another process, or from itself. */
    void signal(LocalProcess<?> from, ExitReason reason) {
        Objects.requireNonNull(reason, "an exit signal needs a reason");
        Envelope plain = new Envelope.Plain(new ExitMessage(from, reason));
        Envelope exit = Tracing.isOn() ? Tracing.send(process, plain) : plain;
        Endings.after(endings -> {
            if (ExitReason.KILL.equals(reason)) {
                process.die(ExitReason.KILLED, endings);
            } else if (hasToEndBy(exit)) {
                process.goToItsEnd(endings);
            }
        });
    }

    /**
     * Takes an exit signal other than a kill: as a message, as the process's end, or not at all.
     * Tells whether it is what settles that the process ends.
     */
    private boolean hasToEndBy(Envelope exit) {
        ExitMessage signal = (ExitMessage) exit.message();
        if (trapsExits) {
            process.mailbox().put(exit);
            return false;
        }
        boolean isMeant = signal.from() == process || !ExitReason.NORMAL.equals(signal.reason());
        return isMeant && leaveOnSignal(signal.reason());
    }

    /**
     * Tells everybody who wants to know of the end; the order is Erlang's, and clients may rely on
     * it. What the process owned is gone first, its name last of that; from then on it takes
     * nothing more, and whoever asks is told that there is no such process; then those are told
     * that it had been tied to.
     *
     * <p>If it fails for want of memory, it can be called again, and goes on where it left off.
     */
    void announceEnd(Endings endings) {
        if (Tracing.isOn() && !belongings.isClosed()) {
            Tracing.tell(() -> new ProcessEvent.Ended(process, exiting));
        }
        belongings.close();
        tell(belongings, this::giveUp);
        ProcessTable.remove(process);
        pendsNoMore();
        links.close();
        process.mailbox().close();
        unansweredCalls.close();
        monitoredBy.close();
        monitors.close();
        tell(links, linked -> linked.lifeline().linkBroke(process, reasonFor(linked), endings));
        process.mailbox().returnToSenders(exiting);
        tell(unansweredCalls, call -> call.serverEnded(process, exiting));
        tell(monitoredBy, monitor -> monitor.down(reasonFor(monitor)));
        tell(monitors, Monitor::cancel);
        Latecomers.forget(process);
        Tracing.forget(process);
        // A pid may be kept for long, and must not keep whatever the reason holds.
        exiting = ExitReason.NOPROC;
    }

    /** Lets nothing that fails keep the rest from being told; want of memory passes. */
    private <T> void tell(ClosableSet<T> set, Consumer<? super T> news) {
        set.drain(element -> {
            try {
                news.accept(element);
            } catch (VirtualMachineError full) {
                throw full;
            } catch (Throwable failed) {
                reportFailure(failed);
            }
        });
    }

    /** What belongs to the process may hold other people's values, so that it may always fail. */
    private void giveUp(Belonging belonging) {
        for (int tries = 1; ; tries++) {
            try {
                belonging.ownerEnded(process);
                return;
            } catch (VirtualMachineError failed) {
                if (tries == TRIES) {
                    reportFailure(failed);
                    return;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void reportFailure(Throwable failed) {
        Log.error(() ->
                "The end of %s could not be announced in full: %s"
                        .formatted(process, Printed.of(failed)));
    }
}
