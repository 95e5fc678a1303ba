package otp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks a registry to which process the message of a timer goes.
 *
 * <p>A registry may be anybody's code: it may take its time, or fail. So each question is asked in
 * a thread of its own, and keeps no timer waiting but those that ask the same registry after it:
 * their messages do not overtake its own, unless it takes longer than a second.
 */
final class TimerLookup implements Runnable {

    /** The last lookup in each registry, until it is over. */
    private static final ConcurrentMap<Place, TimerLookup> LAST = new ConcurrentHashMap<>();

    /** A registry, by its identity: its own methods may do anything. */
    private record Place(NameRegistry registry) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place(NameRegistry another) && another == registry;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(registry);
        }
    }

    private final Via<?> name;
    private final Consumer<? super LocalProcess<?>> delivery;
    private final CountDownLatch over = new CountDownLatch(1);

    /** The lookup whose message goes first; null if there is none, and once that is over. */
    private TimerLookup before;

    private TimerLookup(Via<?> name, Consumer<? super LocalProcess<?>> delivery) {
        this.name = name;
        this.delivery = delivery;
    }

    /** Looks up a name, and gives what it finds to the delivery: null if that is nothing. */
    static void begin(Via<?> name, Consumer<? super LocalProcess<?>> delivery) {
        TimerLookup lookup = new TimerLookup(name, delivery);
        lookup.before = LAST.put(new Place(name.registry()), lookup);
        try {
            Thread.startVirtualThread(lookup);
        } catch (Throwable full) {
            lookup.end();
            throw full;
        }
    }

    @Override
    public void run() {
        try {
            LocalProcess<?> found = find();
            awaitTurn();
            delivery.accept(found);
        } finally {
            end();
        }
    }

    private LocalProcess<?> find() {
        try {
            return ProcessTable.find(name);
        } catch (Throwable failed) {
            return null;
        }
    }

    private void awaitTurn() {
        // What the registry has done to its thread is over.
        Thread.interrupted();
        try {
            if (before != null) {
                before.over.await(ForeignCode.PATIENCE_NANOS, TimeUnit.NANOSECONDS);
            }
        } catch (Throwable failed) {
            // Then the message does not wait for its turn.
        }
        before = null;
    }

    private void end() {
        over.countDown();
        LAST.remove(new Place(name.registry()), this);
    }
}
