package otp;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A line of threads that have stepped aside: those who came first go on first. They wait without
 * timers, because ten thousand timers would cost more than all the rest.
 */
final class WaitingLine {

    /** So many may go on at the same time, if there are so many. */
    private static final int FEWEST = 256;

    /** A longer line goes on in this many parts: the fewer run at once, the less each costs. */
    private static final int PARTS = 32;

    private final Queue<Place> places = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();

    /** A thread's place in the line. */
    private static final class Place {

        private final Thread thread;
        private volatile boolean isFree;

        Place(Thread thread) {
            this.thread = thread;
        }

        void leave() {
            isFree = true;
            LockSupport.unpark(thread);
        }
    }

    /**
     * Blocks the current thread until it is its turn to go on, or until it is interrupted. An
     * interrupt from before is kept for later: it must not have the thread pass by the line.
     */
    void await() {
        Thread current = Thread.currentThread();
        boolean wasInterrupted = Thread.interrupted();
        Place place = new Place(current);
        places.add(place);
        length.incrementAndGet();
        while (!place.isFree && !current.isInterrupted()) {
            LockSupport.park(this);
        }
        if (wasInterrupted) {
            current.interrupt();
        }
    }

    /** Lets the next part of the line go on; returns how many still wait. For one at a time. */
    int release() {
        int part = Math.max(FEWEST, length.get() / PARTS);
        int released = 0;
        for (Place place = next(part); place != null; place = next(part - released)) {
            released++;
            place.leave();
        }
        return length.addAndGet(-released);
    }

    private Place next(int left) {
        return left > 0 ? places.poll() : null;
    }
}
