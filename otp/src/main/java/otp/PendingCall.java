package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

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

    /** Made in advance: it is needed when there is no memory left. */
    private static final Failure OUT_OF_MEMORY = new Failure(ExitReason.of("system_limit"));

    /** A thread that is no process looks again after this time at least. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * The outcome of a call that got no answer.
     *
     * @param reason why it got none
     */
    record Failure(ExitReason reason) {}

    /**
     * An outcome that somebody traces.
     *
     * @param sent how it set out
     * @param outcome the outcome itself
     */
    private record Traced(ProcessEvent.Sent sent, Object outcome) {

        Object taken() {
            Tracing.taken(sent);
            return outcome;
        }
    }

    /** What is asked; null once the answer is put off. */
    private volatile Object request;

    private volatile Object outcome;
    private volatile Thread waiting;

    /** The unanswered calls of the server, once the answer is put off. */
    private volatile ClosableSet<PendingCall> others;

    /** Who asks: a process, or a thread that is none yet. */
    private final Object caller;

    PendingCall(Object request) {
        this(request, null);
    }

    /**
     * Creates a call of the current thread.
     *
     * @param caller the process of that thread, or null if it is none
     */
    PendingCall(Object request, LocalProcess<?> caller) {
        this.request = request;
        this.caller = caller == null ? Thread.currentThread() : caller;
    }

    /** Returns the process that asks; a thread that is none becomes one. */
    LocalProcess<?> caller() {
        return caller instanceof Thread thread
                ? AdoptedThreads.adopt(thread)
                : (LocalProcess<?>) caller;
    }

    @Override
    Object message() {
        return request;
    }

    @Override
    MessageKind kind() {
        return MessageKind.CALL;
    }

    @Override
    LocalProcess<?> sender() {
        return callerOrNull();
    }

    /** Returns the process that asks; null if the thread is none yet. */
    private LocalProcess<?> callerOrNull() {
        return caller instanceof Thread thread ? ProcessTable.of(thread) : (LocalProcess<?>) caller;
    }

    @Override
    void undeliverable(ExitReason reason) {
        fail(reason);
    }

    /** Answers the call, and wakes its caller. */
    void answer(Object answer) {
        answer(answer, LockSupport::unpark);
    }

    /** Answers the call from a server with a crowd before it: the caller goes on with others. */
    void answerInCrowd(Object answer) {
        answer(answer, AnsweredCallers::wakeLater);
    }

    private void answer(Object answer, Consumer<Thread> wake) {
        Object result = answer == null ? NULL_ANSWER : answer;
        if (Tracing.isOn()) {
            completeTraced(Tracing.currentOrNull(), MessageKind.REPLY, answer, result, wake);
        } else {
            complete(result, wake);
        }
    }

    /** Fails the call because its server has ended. */
    void serverEnded(LocalProcess<?> server, ExitReason reason) {
        Failure failure = new Failure(reason);
        if (Tracing.isOn()) {
            completeTraced(server, MessageKind.DOWN, reason, failure, LockSupport::unpark);
        } else {
            complete(failure, LockSupport::unpark);
        }
    }

    void fail(ExitReason reason) {
        complete(new Failure(reason), LockSupport::unpark);
    }

    /**
     * Puts off the answer: the call stays with others, which fail when their server ends, until it
     * is over. Nothing of the request is kept.
     */
    @Override
    void putOff(ClosableSet<PendingCall> unanswered) {
        request = null;
        others = unanswered;
        boolean isKept = add(unanswered);
        if (!isKept) {
            fail(ExitReason.NOPROC);
        } else if (outcome != null) {
            unanswered.remove(this);
        }
    }

    /** Without memory for it, the call fails at once: its caller must not wait in vain. */
    private boolean add(ClosableSet<PendingCall> unanswered) {
        try {
            return unanswered.add(this);
        } catch (OutOfMemoryError full) {
            complete(OUT_OF_MEMORY, LockSupport::unpark);
            throw full;
        }
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
        for (int turn = turnsBeforeParking();
                turn > 0 && outcome == null && !Turns.areOn();
                turn--) {
            Thread.yield();
        }
        if (outcome == null) {
            awaitParked(caller, Deadline.after(timeout));
        }
        Object result = outcome;
        if (result instanceof Traced traced) {
            result = traced.taken();
        }
        return result == NULL_ANSWER ? null : result;
    }

    /**
     * A timed park costs more than a call does, and mostly the answer is there sooner: for a
     * virtual thread after two turns of the scheduler, for another when the server's core has woken
     * up.
     */
    private static int turnsBeforeParking() {
        return Thread.currentThread().isVirtual() ? 2 : 100;
    }

    private void awaitParked(LocalProcess<?> caller, long deadline) {
        waiting = Thread.currentThread();
        try {
            while (outcome == null) {
                park(caller, deadline);
            }
        } catch (Exit interrupted) {
            fail(interrupted.reason());
        } finally {
            if (outcome == null) {
                // Whatever ends the wait, nothing of the call stays with the server.
                fail(ExitReason.TIMEOUT);
            }
        }
    }

    private void park(LocalProcess<?> caller, long deadline) {
        long remaining = Deadline.remaining(deadline);
        if (remaining <= 0) {
            fail(ExitReason.TIMEOUT);
        } else if (caller != null) {
            caller.park(deadline);
        } else {
            LockSupport.parkNanos(this, Math.min(remaining, LOOK_NANOS));
            if (Thread.currentThread().isInterrupted()) {
                fail(ExitReason.of("interrupted"));
            }
        }
    }

    private void completeTraced(
            LocalProcess<?> from,
            MessageKind kind,
            Object message,
            Object result,
            Consumer<Thread> wake) {
        ProcessEvent.Sent sent = Tracing.sent(from, callerOrNull(), kind, message);
        if (!complete(sent == null ? result : new Traced(sent, result), wake) && sent != null) {
            Tracing.lost(sent);
        }
    }

    /** Tells whether the result is the outcome, which has come before otherwise. */
    private boolean complete(Object result, Consumer<Thread> wake) {
        if (!OUTCOME.compareAndSet(this, null, result)) {
            return false;
        }
        try {
            Thread caller = waiting;
            if (caller != null) {
                wake.accept(caller);
            }
            ClosableSet<PendingCall> unanswered = others;
            if (unanswered != null) {
                unanswered.remove(this);
            }
        } catch (StackOverflowError | OutOfMemoryError full) {
            // The answer is there all the same. No stack may be left to call a method.
            Postponed.wakeUp = true;
        }
        return true;
    }
}
