package kata.shell;

import java.time.Duration;

/**
 * Keeps an interrupt and the end of the interrupted program apart. The thread that reads the keys
 * of a shell deals with an interrupt itself: if the program ends meanwhile, that thread fails, and
 * the shell reads no more, and ends.
 */
final class Interrupts {

    private static final long LIMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private boolean areWanted;
    private boolean isUnderWay;

    synchronized void want() {
        areWanted = true;
    }

    synchronized boolean areWanted() {
        return areWanted;
    }

    /** Tells whether an interrupt is still wanted; if so, it is under way until {@link #end}. */
    synchronized boolean begin() {
        isUnderWay = areWanted;
        return areWanted;
    }

    /** Tells whether one has begun and not ended; after the shell's own end, it has failed. */
    synchronized boolean areUnderWay() {
        return isUnderWay;
    }

    /** None is wanted any more, and one that has failed is under way no longer. */
    synchronized void forget() {
        areWanted = false;
        end();
    }

    synchronized void end() {
        isUnderWay = false;
        notifyAll();
    }

    /** Waits while one is under way. */
    synchronized void awaitEnd() throws InterruptedException {
        while (isUnderWay) {
            wait();
        }
    }

    /** Lets no more of them begin. Waits for one that is under way, for a second at most. */
    synchronized void giveUp() {
        areWanted = false;
        long end = System.nanoTime() + LIMIT_NANOS;
        try {
            for (long left = LIMIT_NANOS; isUnderWay && left > 0; left = end - System.nanoTime()) {
                wait(Duration.ofNanos(left).toMillis() + 1);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
