package otp;

import java.time.Instant;
import java.util.List;

/**
 * Something that has happened, as a {@link Trace} tells it.
 *
 * @param number 1, 2, 3, ... in each session, without gaps. What causes something else has the
 *     lower number: a message is sent before it is taken, a process starts before it does anything.
 * @param nanos when it happened, as {@link System#nanoTime} says; never less than before
 * @param time when it happened, on the clock on the wall when the session began
 * @param what what happened
 */
public record TraceEvent(long number, long nanos, Instant time, What what) {

    /** What can happen. Each floor of the runtime tells of what happens there. */
    public sealed interface What permits ProcessEvent, SupervisionEvent, TableEvent {

        /** Returns what kind of event it is. */
        TraceKind kind();

        /** Returns the processes that it is about, in no particular order. */
        List<Pid<?>> processes();
    }
}
