package otp;

import java.time.Duration;
import java.util.Optional;

/** The functions of {@link Processes} that have to do with time. None of them blocks. */
abstract sealed class TimerFunctions permits Processes {

    TimerFunctions() {}

    /**
     * Sends a message once some time has passed; {@code Process.send_after} in Elixir. Unlike a
     * {@link GenServer#timeout}, it is not ended by other messages.
     *
     * <p>A name is looked up when the time has come; a message to a name that no process has then
     * is dropped. A timer to a pid goes with that process. It does not matter to the timer whether
     * the process that set it is still alive.
     *
     * @param delay not before this has passed, and mostly less than a millisecond later
     * @throws IllegalArgumentException if the delay is negative
     */
    public static <M> Timer sendAfter(ServerRef<? super M> to, M message, Duration delay) {
        ProcessTable.checkCaller();
        return Timers.ALL.sendAfter(to, message, delay);
    }

    /**
     * Sends a message again and again, for the first time after one interval; {@code
     * :timer.send_interval} in Erlang. What is late does not delay what comes after it.
     *
     * <p>The timer belongs to the process that has the name now, and goes with that process. If no
     * process has it, nothing is ever sent.
     *
     * @param interval one that is shorter than a millisecond counts as a millisecond
     * @throws IllegalArgumentException if the interval is negative or zero
     */
    public static <M> Timer sendInterval(ServerRef<? super M> to, M message, Duration interval) {
        ProcessTable.checkCaller();
        return Timers.ALL.sendInterval(to, message, interval);
    }

    /**
     * Ends a timer. Any process may do so.
     *
     * @return how much time was left until its message, in milliseconds, rounded up; nothing if it
     *     was over already: its message has been delivered then, or its receiver has ended, or it
     *     had been cancelled
     */
    public static Optional<Duration> cancelTimer(Timer timer) {
        ProcessTable.checkCaller();
        return ((LocalTimer) timer).cancel();
    }

    /** Returns what {@link #cancelTimer} would, and lets the timer run on. */
    public static Optional<Duration> readTimer(Timer timer) {
        ProcessTable.checkCaller();
        return ((LocalTimer) timer).read();
    }
}
