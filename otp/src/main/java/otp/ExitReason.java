package otp;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a process ended, or is asked to end.
 *
 * <p>A reason is ordinary if it says that all went as intended: {@link #NORMAL}, {@link #SHUTDOWN},
 * every {@link Shutdown}, and an {@link InCall} of a server that was shut down. Any other reason is
 * a crash, and is reported as one.
 */
public sealed interface ExitReason {

    /** The process did all that it had to do. It takes no linked process with it. */
    ExitReason NORMAL = new Term("normal");

    /** The process was asked to end in good order, as a supervisor asks its children. */
    ExitReason SHUTDOWN = new Term("shutdown");

    /**
     * Sent as an exit signal, it ends the process whatever it traps; others see {@link #KILLED}.
     */
    ExitReason KILL = new Term("kill");

    /** The process was ended by {@link #KILL}. */
    ExitReason KILLED = new Term("killed");

    /** There is no such process, or there is none any more. */
    ExitReason NOPROC = new Term("noproc");

    /** No answer came in time. */
    ExitReason TIMEOUT = new Term("timeout");

    /** A process called itself, and would have waited for its own answer. */
    ExitReason CALLING_SELF = new Term("calling_self");

    /** Returns a reason that is any value at all; equal values are equal reasons. */
    static ExitReason of(Object value) {
        return new Term(value);
    }

    /** Tells whether the process ended as intended, and did not crash. */
    default boolean isOrdinary() {
        return switch (this) {
            case Term _ -> NORMAL.equals(this) || SHUTDOWN.equals(this);
            case Shutdown _ -> true;
            // In Erlang it is {shutdown, {gen_server, call, _}}, which is a {shutdown, _}.
            case InCall call -> SHUTDOWN.equals(call.reason());
            case Crash _ -> false;
        };
    }

    /**
     * Returns what was thrown, if the process crashed, or if a call failed because its server did.
     */
    default Optional<Throwable> rootCause() {
        ExitReason root = this;
        while (root instanceof InCall call) {
            root = call.reason();
        }
        return root instanceof Crash crash ? Optional.of(crash.cause()) : Optional.empty();
    }

    /**
     * A value as a reason.
     *
     * @param value what the reason says
     */
    record Term(Object value) implements ExitReason {

        /** Creates a reason from any value except null. */
        public Term {
            Objects.requireNonNull(value, "a reason needs a value");
        }

        @Override
        public String toString() {
            return Printed.of(value);
        }
    }

    /**
     * An end in good order that says more than {@link #SHUTDOWN}; {@code {:shutdown, detail}} in
     * Elixir.
     *
     * @param detail what there is to say
     */
    record Shutdown(Object detail) implements ExitReason {
        @Override
        public String toString() {
            return "{shutdown, " + Printed.of(detail) + "}";
        }
    }

    /**
     * The process's own code threw.
     *
     * @param cause what it threw
     */
    record Crash(Throwable cause) implements ExitReason {

        /** Creates the reason; something has been thrown. */
        public Crash {
            Objects.requireNonNull(cause, "a crash has a cause");
        }

        @Override
        public String toString() {
            return Printed.of(cause);
        }
    }

    /**
     * A call failed, and the caller did not catch it; {@code {reason, {GenServer, :call, ...}}} in
     * Elixir.
     *
     * @param reason why the call failed
     * @param server whom the caller asked
     * @param request what the caller asked
     */
    record InCall(ExitReason reason, ServerRef<?> server, Object request) implements ExitReason {

        /** Creates the reason; the call has failed for one of its own. */
        public InCall {
            Objects.requireNonNull(reason, "a call fails for a reason");
        }

        @Override
        public String toString() {
            return "%s (in a call of %s with %s)".formatted(reason, server, Printed.of(request));
        }
    }
}
