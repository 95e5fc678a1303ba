package otp;

import java.util.concurrent.TimeUnit;

/**
 * Sees to it that every process has its turn, however busy some keep each other.
 *
 * <p>A core serves the virtual threads that wake each other on it before any that come from
 * elsewhere: new ones, those woken by a timer, those woken by a platform thread. Processes that
 * exchange messages without end would keep those waiting for good. So a probe comes from elsewhere
 * again and again. While it is kept waiting, a turn is on: busy processes step aside at their next
 * touch of the runtime. When the cores have nothing else to do, the probe runs. It ends the turn,
 * and lets those that have stepped aside go on, one part of them after the other.
 *
 * <p>The same thread does what else has to be done from time to time.
 */
final class Turns implements ServiceThread.Service {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** How often it looks while all processes wait. */
    private static final long IDLE_PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** After so many looks without a touch of the runtime all processes are taken to wait. */
    private static final int LOOKS_UNTIL_IDLE = 100;

    /**
     * Threads from elsewhere wait in several queues: a probe that goes round meets them all. The
     * queue depends on the thread that the probe is sent from, and a core stays with a queue until
     * it is empty: so the last round is sent by another thread than the one before, and somewhat
     * later.
     */
    private static final int ROUNDS = 3;

    /** Between two turns, so many times what the last one took: turns cost switches of threads. */
    private static final int REST = 12;

    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The longest rest while a process that has been started meanwhile waits for the next turn. */
    private static final long AWAITED_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** What turns cost can be measured with {@code -Dotp.turns=off}. */
    private static final boolean ARE_OFF = "off".equals(System.getProperty("otp.turns"));

    private static final ServiceThread THREAD = new ServiceThread("otp-turns", new Turns());

    /** Those that have messages: while they stand aside, others wait for them. */
    private static final WaitingLine RECEIVERS = new WaitingLine();

    private static final WaitingLine OTHERS = new WaitingLine();

    private static volatile int current;
    private static volatile boolean isOn;
    private static volatile boolean isProbing;
    private static volatile boolean isLastRoundDue;
    private static volatile long probedAt;
    private static volatile long begunAt;
    private static volatile long restNanos = PERIOD_NANOS;

    /**
     * Whether a process has been started while a probe is kept waiting, and since the last turn.
     */
    private static volatile boolean isAwaited;

    /** Whether a process has touched the runtime since this was asked last. */
    private static volatile boolean isTouched;

    private static volatile boolean isIdle;
    private static int looks;

    private Turns() {}

    /** Has the turns watched over for as long as there are processes. Never fails. */
    static void watch() {
        THREAD.ensureRunning();
        touch();
    }

    /** Says that a process begins, and watches like {@link #watch}: it may need the next turn. */
    static void begin() {
        watch();
        if (isProbing && !isAwaited) {
            isAwaited = true;
        }
    }

    /** Says that a process runs: the first time after all have waited, they are watched again. */
    static void touch() {
        if (!isTouched) {
            isTouched = true;
        }
        if (isIdle) {
            isIdle = false;
            THREAD.wake();
        }
    }

    /** Tells whether all processes wait, as far as is known, so that little is looked after. */
    static boolean isIdle() {
        return isIdle;
    }

    /** Returns how many turns there have been. */
    static int current() {
        return current;
    }

    /** Tells whether busy processes have to step aside. */
    static boolean areOn() {
        return isOn;
    }

    /** Blocks the current thread until it may go on, or until it is interrupted. */
    static void stepAside(boolean hasMessages) {
        (hasMessages ? RECEIVERS : OTHERS).await();
    }

    @Override
    public boolean isNeeded() {
        return !ProcessTable.isEmpty() || Postponed.isPending() || AnsweredCallers.isAnyWaiting();
    }

    @Override
    public long serve() {
        ServiceThread.attempt(Turns::look);
        ServiceThread.attempt(AnsweredCallers::look);
        ServiceThread.attempt(LongWaits::look);
        ServiceThread.attempt(AdoptedThreads::buryTheDead);
        ServiceThread.attempt(Postponed::finish);
        ServiceThread.attempt(Reaper::watchTheMissed);
        return isIdle ? IDLE_PERIOD_NANOS : PERIOD_NANOS;
    }

    private static void look() {
        long now = System.nanoTime();
        if (isLastRoundDue) {
            isLastRoundDue = false;
            probe(ROUNDS);
        } else if (!isProbing) {
            lookForTouches();
            if (!isIdle) {
                probe(1);
            }
        } else if (!isOn && !ARE_OFF && now - probedAt >= rest()) {
            begunAt = now;
            isAwaited = false;
            isOn = true;
        }
    }

    private static long rest() {
        return isAwaited ? Math.min(restNanos, AWAITED_REST_NANOS) : restNanos;
    }

    /**
     * The first touch of each process in a turn is noted. So that it is in the next second, too, an
     * empty turn is counted.
     */
    private static void lookForTouches() {
        looks++;
        if (isIdle || looks < LOOKS_UNTIL_IDLE) {
            return;
        }
        looks = 0;
        boolean wasTouched = isTouched;
        isTouched = false;
        current++;
        if (!wasTouched) {
            isIdle = true;
            // Somebody may have come meanwhile who has still seen that it is not.
            if (isTouched) {
                isIdle = false;
            }
        }
    }

    private static void probe(int round) {
        probedAt = System.nanoTime();
        isProbing = true;
        try {
            Thread.ofVirtual().inheritInheritableThreadLocals(false).start(() -> arrive(round));
        } catch (Throwable full) {
            isProbing = false;
            throw full;
        }
    }

    private static void arrive(int round) {
        try {
            if (!isOn || round == ROUNDS) {
                endTurn();
                goOn();
            } else if (round == ROUNDS - 1) {
                isLastRoundDue = true;
                THREAD.wake();
            } else {
                probe(round + 1);
            }
        } catch (Throwable full) {
            isProbing = false;
        }
    }

    private static void endTurn() {
        if (isOn) {
            isOn = false;
            current++;
            long rest = REST * (System.nanoTime() - begunAt);
            restNanos = Math.clamp(rest, PERIOD_NANOS, LONGEST_REST_NANOS);
        }
    }

    private static void goOn() {
        int waiting = RECEIVERS.release() + OTHERS.release();
        if (waiting > 0) {
            probe(1);
        } else {
            isProbing = false;
        }
    }
}
