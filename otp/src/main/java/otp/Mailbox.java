package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;

/**
 * Where a process's messages wait in the order of their arrival. Any thread may put, only the owner
 * takes.
 *
 * <p>Senders push onto a stack without locking. The owner takes the whole stack at once and turns
 * it round, so that senders and owner meet on one field only, and seldom.
 */
final class Mailbox {

    private static final int TURNS_BEFORE_WAITING = 2;

    /** With so many callers before one server, the cost of a call begins to rise. */
    private static final int CROWD = 256;

    private static final VarHandle ARRIVALS =
            Fields.handle(MethodHandles.lookup(), "arrivals", Envelope.class);
    private static final Envelope CLOSED = new Envelope.Plain("closed");
    private static final Envelope HIBERNATING = new Envelope.Plain("hibernating");

    private final LocalProcess<?> owner;

    /** The newest arrival, each linked to the one before it; or what the owner does instead. */
    private volatile Envelope arrivals;

    /** What the owner has taken in but not yet received, the oldest first. */
    private Envelope first;

    private Envelope last;

    /** How many the owner has taken in but not yet received. */
    private int takenIn;

    /** Behind it is what has come too late, since the owner was told to end; null before that. */
    private volatile Envelope lastInTime;

    /** Whether the owner is looking for a message that is wanted. */
    private boolean isSelecting;

    Mailbox(LocalProcess<?> owner) {
        this.owner = owner;
    }

    /** Delivers an envelope; returns false, and does nothing, if the owner has ended. */
    boolean put(Envelope envelope) {
        return Tracing.isOn() ? putTraced(Tracing.send(owner, envelope)) : putUntraced(envelope);
    }

    private boolean putTraced(Envelope envelope) {
        boolean isDelivered = putUntraced(envelope);
        if (!isDelivered && envelope instanceof TracedEnvelope traced) {
            traced.lost();
        }
        return isDelivered;
    }

    private boolean putUntraced(Envelope envelope) {
        Envelope newest;
        do {
            newest = arrivals;
            if (newest == CLOSED) {
                return false;
            }
            envelope.putOn(newest == HIBERNATING ? null : newest);
        } while (!ARRIVALS.compareAndSet(this, newest, envelope));
        try {
            if (newest == null) {
                owner.wake();
            } else if (newest == HIBERNATING) {
                owner.awaken();
            }
        } catch (StackOverflowError full) {
            // The message is there all the same. No stack may be left to call a method.
            owner.isOverslept = newest == HIBERNATING;
            Postponed.wakeUp = true;
        }
        return true;
    }

    /**
     * Takes the oldest envelope; if there is none, and none comes at once, the owner hibernates,
     * and null is returned.
     */
    Envelope takeOrHibernate() {
        owner.giveWay();
        while (first == null && !fetch() && !fetchAfterYield()) {
            if (owner.hibernate()) {
                return null;
            }
            owner.checkNotExiting();
        }
        // Not sooner: whoever kills and then sends must not have the message received.
        owner.checkNotExiting();
        return receive(null, first);
    }

    /** Has the next envelope awaken the owner; returns false if there is one already. */
    boolean hibernate() {
        return first == null && ARRIVALS.compareAndSet(this, null, HIBERNATING);
    }

    /** Makes the caller the one who has to awaken the owner; returns false if it is awake. */
    boolean awaken() {
        return ARRIVALS.compareAndSet(this, HIBERNATING, null);
    }

    /** Takes the oldest envelope, and waits for one if there is none. */
    Envelope take() {
        owner.giveWay();
        checkNotSelecting();
        if (first == null && !fetch()) {
            await(Deadline.NEVER);
        }
        // Not sooner: whoever kills and then sends must not have the message received.
        owner.checkNotExiting();
        return receive(null, first);
    }

    /**
     * Takes the oldest envelope with a message that is wanted, and waits for one if there is none.
     * What is not wanted stays where it is. Returns null once the deadline has passed.
     *
     * @throws IllegalStateException if {@code wanted} itself takes from the mailbox
     */
    Envelope take(Predicate<Object> wanted, long deadline) {
        return takeAny(envelope -> wanted.test(envelope.message()), deadline);
    }

    /** Takes the oldest envelope that a suspended server obeys, and waits for it. */
    Envelope takeForSystem(LocalProcess<?> parent) {
        return takeAny(envelope -> envelope.isForSystem(parent), Deadline.NEVER);
    }

    private Envelope takeAny(Predicate<Envelope> wanted, long deadline) {
        owner.giveWay();
        checkNotSelecting();
        isSelecting = true;
        try {
            return select(wanted, deadline);
        } finally {
            isSelecting = false;
        }
    }

    private Envelope select(Predicate<Envelope> wanted, long deadline) {
        Envelope before = null;
        do {
            Envelope candidate = before == null ? first : before.next;
            while (candidate != null) {
                if (wanted.test(candidate)) {
                    owner.checkNotExiting();
                    return receive(before, candidate);
                }
                before = candidate;
                candidate = candidate.next;
            }
        } while (fetch() || deadline != Deadline.NOW && await(deadline));
        return null;
    }

    /** What {@code wanted} takes could be the very message that it looks at. */
    private void checkNotSelecting() {
        if (isSelecting) {
            throw new IllegalStateException(
                    "what tells whether a message is wanted cannot receive messages itself:"
                            + " receive before, or afterwards");
        }
    }

    /** Takes the oldest envelope with a message that is wanted; returns null if there is none. */
    Envelope poll(Predicate<Object> wanted) {
        return take(wanted, Deadline.NOW);
    }

    /** Tells the owner whether more wait than cores can well serve in turn. */
    boolean isCrowded() {
        return takenIn > CROWD;
    }

    /** Tells how many messages wait: exactly for the owner, about right for anybody else. */
    int size() {
        Envelope newest = arrivals;
        int all = takenIn + (newest == null ? 0 : newest.height());
        return lastInTime == null ? all : Math.max(0, all - 1);
    }

    /**
     * Says that the owner has been told to end. Returns true if it was hibernating, so that nothing
     * of it runs; else what comes from now on meets no process any more.
     */
    boolean ownerIsToEnd() {
        boolean wasHibernating = awaken();
        if (!wasHibernating) {
            markLastInTime();
        }
        return wasHibernating;
    }

    private void markLastInTime() {
        try {
            Envelope last = new Envelope.Plain(null);
            lastInTime = last;
            putUntraced(last);
        } catch (VirtualMachineError full) {
            // Then what comes from now on is told the reason of the end.
        }
    }

    /** Refuses envelopes from now on; those that have come remain. */
    void close() {
        Envelope newest = (Envelope) ARRIVALS.getAndSet(this, CLOSED);
        if (newest != CLOSED) {
            append(newest);
        }
    }

    /** Returns to their senders what the owner of the closed mailbox has never received. */
    void returnToSenders(ExitReason reason) {
        ExitReason told = reason;
        while (first != null) {
            told = first == lastInTime ? ExitReason.NOPROC : told;
            first.undeliverable(told);
            unlink(null, first);
        }
    }

    private boolean await(long deadline) {
        for (boolean isThere = fetchAfterYield(); !isThere; isThere = fetch()) {
            if (Deadline.remaining(deadline) <= 0) {
                return false;
            }
            owner.park(deadline);
        }
        return true;
    }

    /** A client that has just been answered often asks again at once: it is worth to look again. */
    private boolean fetchAfterYield() {
        AnsweredCallers.wakePart();
        boolean isThere = false;
        for (int turn = 0; turn < TURNS_BEFORE_WAITING && !isThere && !Turns.areOn(); turn++) {
            Thread.yield();
            isThere = fetch();
        }
        return isThere;
    }

    private boolean fetch() {
        return arrivals != null && append((Envelope) ARRIVALS.getAndSet(this, null));
    }

    private boolean append(Envelope newest) {
        Envelope oldest = null;
        for (Envelope envelope = newest; envelope != null; ) {
            Envelope older = envelope.next;
            envelope.next = oldest;
            oldest = envelope;
            envelope = older;
            takenIn++;
        }
        if (first == null) {
            first = oldest;
        } else {
            last.next = oldest;
        }
        if (newest != null) {
            last = newest;
        }
        return newest != null;
    }

    private Envelope receive(Envelope before, Envelope taken) {
        Envelope envelope = unlink(before, taken);
        return envelope instanceof TracedEnvelope traced ? traced.taken() : envelope;
    }

    private Envelope unlink(Envelope before, Envelope taken) {
        if (before == null) {
            first = taken.next;
        } else {
            before.next = taken.next;
        }
        if (last == taken) {
            last = before;
        }
        taken.next = null;
        takenIn--;
        return taken;
    }
}
