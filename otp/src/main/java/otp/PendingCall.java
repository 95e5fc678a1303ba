package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A request on its way to a server, and the one place where its answer is put.
 *
 * <p>The answer may come from any thread, and at most one counts: what comes after it, or after the
 * caller has given up, is dropped.
 */
final class PendingCall extends Envelope {

    private static final VarHandle OUTCOME =
            Fields.handle(MethodHandles.lookup(), "outcome", Object.class);
    private static final Object NULL_ANSWER = new Object();

    /**
     * The outcome of a call that got no answer.
     *
     * @param reason why it got none
     */
    record Failure(ExitReason reason) {}

    private final Object request;
    private volatile Object outcome;
    private volatile Thread waiting;

    PendingCall(Object request) {
        this.request = request;
    }

    @Override
    Object message() {
        return request;
    }

    @Override
    void undeliverable(ExitReason reason) {
        fail(reason);
    }

    void answer(Object answer) {
        complete(answer == null ? NULL_ANSWER : answer);
    }

    void fail(ExitReason reason) {
        complete(new Failure(reason));
    }

    /** Tells whether an answer has come, or the caller has given up. */
    boolean isOver() {
        return outcome != null;
    }

    /**
     * Waits in the caller's thread; returns the answer, or a {@link Failure} if the server ends or
     * the timeout passes first.
     *
     * @param caller the process that waits, or null if its thread is none
     * @param timeout counts from when the caller parks: mostly the answer is there before, and
     *     nobody needs to look at the clock
     */
    Object await(LocalProcess<?> caller, Duration timeout) {
        for (int turn = turnsBeforeParking(); turn > 0 && outcome == null; turn--) {
            Thread.yield();
        }
        if (outcome == null) {
            long deadline = Deadline.after(timeout);
            waiting = Thread.currentThread();
            while (outcome == null) {
                park(caller, deadline);
            }
        }
        return outcome == NULL_ANSWER ? null : outcome;
    }

    /**
     * A timed park costs more than a call does, and mostly the answer is there sooner: for a
     * virtual thread after two turns of the scheduler, for another when the server's core has woken
     * up.
     */
    private static int turnsBeforeParking() {
        return Thread.currentThread().isVirtual() ? 2 : 100;
    }

    private void park(LocalProcess<?> caller, long deadline) {
        long remaining = Deadline.remaining(deadline);
        if (remaining <= 0) {
            fail(ExitReason.TIMEOUT);
        } else if (caller != null) {
            caller.park(deadline);
        } else {
            LockSupport.parkNanos(this, remaining);
            if (Thread.currentThread().isInterrupted()) {
                fail(ExitReason.of("interrupted"));
            }
        }
    }

    private void complete(Object result) {
        if (OUTCOME.compareAndSet(this, null, result)) {
            Thread caller = waiting;
            if (caller != null) {
                LockSupport.unpark(caller);
            }
        }
    }
}
