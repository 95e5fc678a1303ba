package otp;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds code back until the test lets it go on. */
final class Gate {

    private final Semaphore open = new Semaphore(0);

    void open() {
        open.release();
    }

    /** Waits until the gate is open. An interrupt ends the wait with an exception. */
    void pass() {
        try {
            if (!open.tryAcquire(Patience.LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("nobody opened the gate");
            }
            open.release();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted at the gate", interrupted);
        }
    }

    /** Waits until the gate is open, and ignores interrupts, as some code does. */
    void passStubbornly() {
        open.acquireUninterruptibly();
        open.release();
    }
}
