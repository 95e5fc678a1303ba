package otp;

import java.util.concurrent.atomic.AtomicBoolean;

/** Has two threads meet at ever new points. */
final class Meeting {

    private Meeting() {}

    /** Waits for a signal, but not for long: on one core, whoever gives it has to run first. */
    static void yieldUntil(AtomicBoolean signal) {
        for (int turn = 0; turn < 100 && !signal.get(); turn++) {
            Thread.yield();
        }
    }

    /** Lets a little time pass. */
    static void waitShortly(int turns) {
        for (int turn = 0; turn < turns; turn++) {
            Thread.onSpinWait();
        }
    }
}
