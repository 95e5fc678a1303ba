package otp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon thread of the runtime's own that does the same again and again for as long as it is
 * needed. It survives whatever that throws, {@link OutOfMemoryError} too: many processes depend on
 * it. It is a platform thread, because virtual threads that spin can keep all others from running.
 */
final class ServiceThread {

    /** Once it is not needed, it stays for this time, so that it is not started all the time. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long it rests after a round that failed. */
    private static final long RECOVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** What the thread does. */
    interface Service {

        /** Tells whether there is, or may soon be, something to do. */
        boolean isNeeded();

        /** Does what there is to do; returns how many nanoseconds to rest before the next round. */
        long serve();
    }

    private final String name;
    private final Service service;
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    ServiceThread(String name, Service service) {
        this.name = name;
        this.service = service;
    }

    /**
     * Sees to it that the thread runs. Never blocks, and never fails: if no thread can be had just
     * now, the next caller tries again.
     */
    void ensureRunning() {
        Thread known = thread.get();
        if (known == null || known.getState() == Thread.State.TERMINATED) {
            start(known);
        }
    }

    private void start(Thread gone) {
        try {
            Thread successor =
                    Thread.ofPlatform()
                            .daemon()
                            .name(name)
                            .inheritInheritableThreadLocals(false)
                            .unstarted(this::run);
            if (thread.compareAndSet(gone, successor)) {
                startOrForget(successor);
            }
        } catch (Throwable full) {
            // The next caller tries again.
        }
    }

    private void startOrForget(Thread successor) {
        try {
            successor.start();
        } catch (Throwable full) {
            thread.set(null);
        }
    }

    /** Sees to it that the thread runs, and ends its rest. */
    void wake() {
        ensureRunning();
        LockSupport.unpark(thread.get());
    }

    private void run() {
        long lastNeeded = System.nanoTime();
        do {
            try {
                if (service.isNeeded()) {
                    lastNeeded = System.nanoTime();
                }
                LockSupport.parkNanos(service.serve());
            } catch (Throwable failed) {
                LockSupport.parkNanos(RECOVERY_NANOS);
            }
            // An interrupt is nobody's business here, and would have it never rest again.
            Thread.interrupted();
        } while (System.nanoTime() - lastNeeded < LINGER_NANOS || !resigns());
    }

    /** Tells whether the thread ends; it does not, if it has come to be needed meanwhile. */
    private boolean resigns() {
        thread.set(null);
        return !service.isNeeded() || !thread.compareAndSet(null, Thread.currentThread());
    }

    /** Takes one of the steps of a round; whatever it throws, the others are taken as well. */
    static void attempt(Runnable step) {
        try {
            step.run();
        } catch (Throwable failed) {
            // It is attempted again in the next round.
        }
    }
}
