package otp;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A value whose methods are harmless until it is armed. Then each of them does something to whoever
 * calls it. All of them have one hash code, and none equals another.
 */
final class Hostile implements Comparable<Hostile> {

    private final int number;
    private final Deeds deeds;

    Hostile(int number, Deeds deeds) {
        this.number = number;
        this.deeds = deeds;
    }

    /** What armed values do, and how often they were asked to. */
    static final class Deeds {

        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile Runnable deed;

        void arm(Runnable newDeed) {
            deed = newDeed;
        }

        void disarm() {
            deed = null;
        }

        int calls() {
            return calls.get();
        }

        boolean hasBegun() {
            return begun.getCount() == 0;
        }

        private void act() {
            Runnable current = deed;
            if (current != null) {
                calls.incrementAndGet();
                begun.countDown();
                current.run();
            }
        }
    }

    @Override
    public int compareTo(Hostile other) {
        deeds.act();
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        deeds.act();
        return other instanceof Hostile hostile && number == hostile.number;
    }

    @Override
    public int hashCode() {
        deeds.act();
        return 42;
    }

    @Override
    public String toString() {
        deeds.act();
        return "hostile " + number;
    }
}
