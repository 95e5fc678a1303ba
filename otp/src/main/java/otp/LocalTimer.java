package otp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A timer: what it sends, to which process, and when. */
final class LocalTimer implements Timer, Belonging {

    /**
     * A moment in which a timer is due.
     *
     * @param due in nanoseconds on the clock of the timers
     * @param number tells it from others that are due in the same nanosecond: the oldest goes first
     * @param timer the timer
     */
    record Expiry(long due, long number, LocalTimer timer) implements Comparable<Expiry> {

        private static final AtomicLong LAST_NUMBER = new AtomicLong();

        Expiry(long due, LocalTimer timer) {
            this(due, LAST_NUMBER.incrementAndGet(), timer);
        }

        @Override
        public int compareTo(Expiry other) {
            return due == other.due
                    ? Long.compare(number, other.number)
                    : Long.compare(due, other.due);
        }
    }

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Timers timers;
    private final ServerRef<?> receiver;

    /** The process with which the timer ends; null if that is none. */
    private final LocalProcess<?> owner;

    /** Null once the timer is over: whoever keeps it must not keep what it has sent. */
    private Object message;

    /** How many nanoseconds lie between two messages; zero if there is only one. */
    private final long interval;

    /** Held while the timer changes, so that what cancels it knows whether it was in time. */
    private final Object lock = new Object();

    /** When the next message is due; null once the timer is over. */
    private Expiry next;

    LocalTimer(
            Timers timers,
            ServerRef<?> receiver,
            LocalProcess<?> owner,
            Object message,
            long interval) {
        this.timers = timers;
        this.receiver = receiver;
        this.owner = owner;
        this.message = message;
        this.interval = interval;
    }

    /** Runs from now on, unless the process with which it ends has ended already. */
    void begin(long delay) {
        synchronized (lock) {
            if (owner == null || owner.lifeline().belongings().add(this)) {
                next = new Expiry(Timers.later(timers.now(), delay), this);
                timers.add(next);
            }
        }
    }

    /** Returns how much time is left until the next message; nothing if the timer is over. */
    Optional<Duration> read() {
        synchronized (lock) {
            return Optional.ofNullable(next).map(expiry -> inMillis(expiry.due() - timers.now()));
        }
    }

    private static Duration inMillis(long nanos) {
        return Duration.ofMillis(nanos <= 0 ? 0 : (nanos - 1) / MILLI + 1);
    }

    /** Ends the timer; returns how much time was left. */
    Optional<Duration> cancel() {
        synchronized (lock) {
            Optional<Duration> remaining = read();
            if (next != null) {
                timers.remove(next);
                goOnWith(null);
            }
            return remaining;
        }
    }

    /**
     * Sends the message, because it is due. What needs memory comes first: if there is none,
     * nothing has changed, and it can be tried again.
     */
    void expire(Expiry expiry) {
        synchronized (lock) {
            if (next == expiry) {
                Envelope envelope = new Envelope.Plain(message);
                switch (receiver) {
                    case LocalProcess<?> process -> send(expiry, envelope, process);
                    case Name<?> name -> send(expiry, envelope, ProcessTable.find(name));
                    case Via<?> via ->
                            TimerLookup.begin(via, found -> send(expiry, envelope, found));
                }
            }
            timers.remove(expiry);
        }
    }

    /** Sends the message, unless the timer was cancelled while its receiver was looked up. */
    private void send(Expiry expiry, Envelope envelope, LocalProcess<?> process) {
        synchronized (lock) {
            if (next == expiry) {
                Expiry successor = successor(expiry);
                deliver(envelope, process);
                goOnWith(successor);
            }
        }
    }

    private Expiry successor(Expiry expiry) {
        if (interval == 0) {
            return null;
        }
        Expiry successor = new Expiry(Timers.later(expiry.due(), interval), this);
        timers.add(successor);
        return successor;
    }

    private static void deliver(Envelope envelope, LocalProcess<?> process) {
        if (process != null) {
            process.mailbox()
                    .put(
                            Tracing.isOn()
                                    ? Tracing.send(null, process, MessageKind.TIMER, envelope)
                                    : envelope);
        }
    }

    /** Notes when the next message is due; null ends the timer. */
    private void goOnWith(Expiry successor) {
        next = successor;
        if (next == null) {
            message = null;
            if (owner != null) {
                owner.lifeline().belongings().remove(this);
            }
        }
    }

    @Override
    public void ownerEnded(LocalProcess<?> ended) {
        cancel();
    }

    @Override
    public String toString() {
        return "#Timer<" + (receiver == null ? "nobody" : receiver) + ">";
    }
}
