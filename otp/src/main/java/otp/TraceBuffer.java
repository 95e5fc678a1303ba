package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The events of a session that wait to be read: a ring with a place for each. Any thread may put an
 * event in, without ever waiting; one takes them out. What finds no place is counted and dropped.
 */
final class TraceBuffer {

    /**
     * An event in its place. All its fields are final, so that whoever finds it finds all of it.
     *
     * @param nanos when it happened
     * @param what what happened
     */
    private record Entry(long nanos, TraceEvent.What what) {}

    private static final int PORTION = 256;

    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Entry[].class);

    private final Entry[] ring;
    private final AtomicLong lastClaimed = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    private final long beginNanos = System.nanoTime();
    private final Instant begin = Instant.now();

    /** How many events have been taken out; only their reader changes it. */
    private volatile long taken;

    /** The time of the event that was taken out last. */
    private long lastNanos = beginNanos;

    TraceBuffer(int capacity) {
        this.ring = new Entry[Integer.highestOneBit(2 * capacity - 1)];
    }

    /**
     * Puts an event in. Once it has a place, nothing can fail any more: no memory is needed for the
     * rest, and no stack, as a plain write is all that is left.
     */
    void put(TraceEvent.What what) {
        Entry entry = new Entry(System.nanoTime(), what);
        long before;
        do {
            before = lastClaimed.get();
            if (before - taken >= ring.length) {
                drop();
                return;
            }
        } while (!lastClaimed.compareAndSet(before, before + 1));
        ring[place(before)] = entry;
    }

    /** Counts an event that has no place. */
    void drop() {
        dropped.incrementAndGet();
    }

    int capacity() {
        return ring.length;
    }

    long dropped() {
        return dropped.get();
    }

    boolean isEmpty() {
        return lastClaimed.get() == taken;
    }

    /** Takes the oldest event out; null if there is none. For one thread at a time. */
    TraceEvent poll() {
        List<TraceEvent> oldest = poll(1);
        return oldest.isEmpty() ? null : oldest.getFirst();
    }

    /**
     * Takes the oldest events out, up to a number. For one thread at a time. All that put events in
     * look at {@link #taken}: it stays in their caches, as it changes once for a portion.
     */
    List<TraceEvent> poll(int most) {
        List<TraceEvent> events = new ArrayList<>();
        while (events.size() < most && !isEmpty()) {
            long first = taken;
            long end = Math.min(lastClaimed.get(), first + Math.min(PORTION, most - events.size()));
            for (long number = first; number < end; number++) {
                events.add(event(number));
            }
            // What there is no memory for is still there, and taken out the next time.
            free(first, end);
        }
        return events;
    }

    private TraceEvent event(long number) {
        Entry entry = awaitEntry(place(number));
        lastNanos = Math.max(lastNanos, entry.nanos());
        return new TraceEvent(
                number + 1, lastNanos, begin.plusNanos(lastNanos - beginNanos), entry.what());
    }

    private void free(long first, long end) {
        for (long number = first; number < end; number++) {
            ring[place(number)] = null;
        }
        taken = end;
    }

    /** A thread that has claimed the place is about to fill it: it needs a few nanoseconds. */
    private Entry awaitEntry(int place) {
        while (true) {
            Entry entry = (Entry) PLACE.getVolatile(ring, place);
            if (entry != null) {
                return entry;
            }
            Thread.yield();
        }
    }

    private int place(long number) {
        return (int) (number & ring.length - 1);
    }
}
