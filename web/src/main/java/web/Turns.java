package web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may hold a connection for long. A browser has six connections to a server, for all of its
 * pages, and each stream holds one: with three lessons open, each with the processes beside it,
 * none would be left to load a page or to send an order. So when there are many streams they take
 * turns: one that has had its time ends, and its page comes back for what it has missed.
 */
final class Turns {

    private static final int MOST_AT_ONCE = 4;
    private static final long TURN_NANOS = Duration.ofSeconds(1).toNanos();

    private final AtomicInteger held = new AtomicInteger();

    /** Begins a turn, which ends when it is closed. Does not block. */
    Turn begin() {
        held.incrementAndGet();
        return new Turn(System.nanoTime());
    }

    /** For how long one has held a connection. */
    final class Turn implements AutoCloseable {

        private final long begin;

        private Turn(long begin) {
            this.begin = begin;
        }

        /** Tells whether others wait, and it is their turn. */
        boolean isOver() {
            return held.get() > MOST_AT_ONCE && System.nanoTime() - begin > TURN_NANOS;
        }

        @Override
        public void close() {
            held.decrementAndGet();
        }
    }
}
