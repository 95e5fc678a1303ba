package otp;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Looks into servers that run, and holds them; Erlang's {@code sys}. It is for people who want to
 * know what goes on, and no way for programs to talk to each other.
 *
 * <p>All that runs a {@link GenServer} obeys: servers, supervisors, registries, agents. An order
 * takes its turn among the server's messages, so that a busy server obeys when it gets to it. A
 * server that is suspended takes no messages, which wait; it still obeys this class, {@link
 * GenServer#stop}, exit signals and the end of its parent.
 *
 * <p>Every method blocks until the server has obeyed, for {@link GenServer#DEFAULT_TIMEOUT} at
 * most, or for the timeout given.
 *
 * <p>Every method throws {@link Exit} with an {@link ExitReason.InCall} if the server does not
 * obey: with {@link ExitReason#NOPROC} if there is none, with its reason if it ends before, with
 * {@link ExitReason#TIMEOUT} if the timeout passes, and if it asks itself. A process that runs no
 * server does not answer, so that the timeout passes.
 */
public final class Sys {

    /**
     * What a server has done since counting began.
     *
     * @param start when that was
     * @param current when the server was asked
     * @param messagesIn how many messages it has taken: calls, casts, and whatever {@link
     *     GenServer#handleInfo} gets, but no orders of this class
     * @param messagesOut how many answers its callbacks have returned
     */
    public record Statistics(Instant start, Instant current, long messagesIn, long messagesOut) {}

    /**
     * What there is to know of a server.
     *
     * @param pid its process
     * @param label its class
     * @param isSuspended whether it is suspended
     * @param parent the process that it is linked to since its start, if it is
     * @param state its state, as {@link #getState} returns it
     */
    public record Status(
            Pid<?> pid, String label, boolean isSuspended, Optional<Pid<?>> parent, Object state) {}

    private Sys() {}

    /**
     * Returns the state of a server, which is shared: only look at it. A supervisor shows its
     * children, as {@link Supervisor.ChildInfo}.
     */
    public static Object getState(ServerRef<?> server) {
        return getState(server, GenServer.DEFAULT_TIMEOUT);
    }

    /** Returns the state of a server as {@link #getState(ServerRef)} does. */
    public static Object getState(ServerRef<?> server, Duration timeout) {
        return order(server, new SystemOrder.GetState(), timeout);
    }

    /**
     * Replaces the state of a server by what a function makes of it, in the server's process;
     * returns the new state.
     *
     * @param <S> the state, which is for the caller to know: another type crashes the server later
     * @throws IllegalStateException if the function fails; the state is as it was
     * @throws IllegalArgumentException if the state is the runtime's own, as a supervisor's is
     */
    public static <S> S replaceState(ServerRef<?> server, UnaryOperator<S> function) {
        return replaceState(server, function, GenServer.DEFAULT_TIMEOUT);
    }

    /** Replaces the state of a server as {@link #replaceState(ServerRef, UnaryOperator)} does. */
    @SuppressWarnings("unchecked")
    public static <S> S replaceState(
            ServerRef<?> server, UnaryOperator<S> function, Duration timeout) {
        Objects.requireNonNull(function, "a state is replaced by a function, which cannot be null");
        UnaryOperator<Object> ofAny = (UnaryOperator<Object>) function;
        Object state = order(server, new SystemOrder.ReplaceState(ofAny), timeout);
        if (state instanceof SystemOrder.Failed(Throwable thrown)) {
            throw thrown instanceof StateRefused refused
                    ? new IllegalArgumentException(refused.getMessage())
                    : new IllegalStateException(
                            "the state of %s is as it was, because the function failed: %s"
                                    .formatted(server, Printed.of(thrown)),
                            thrown);
        }
        return (S) state;
    }

    /** Has a server take no messages until {@link #resume}. Does nothing if it takes none now. */
    public static void suspend(ServerRef<?> server) {
        suspend(server, GenServer.DEFAULT_TIMEOUT);
    }

    /** Suspends a server as {@link #suspend(ServerRef)} does. */
    public static void suspend(ServerRef<?> server, Duration timeout) {
        order(server, new SystemOrder.Suspend(), timeout);
    }

    /**
     * Has a server go on that is suspended; does nothing if it is not. A {@link GenServer#timeout}
     * begins anew.
     */
    public static void resume(ServerRef<?> server) {
        resume(server, GenServer.DEFAULT_TIMEOUT);
    }

    /** Resumes a server as {@link #resume(ServerRef)} does. */
    public static void resume(ServerRef<?> server, Duration timeout) {
        order(server, new SystemOrder.Resume(), timeout);
    }

    /**
     * Has a server count its messages from now on, or no more; it does not at first. {@code
     * sys:statistics(Server, true)} in Erlang.
     */
    public static void keepStatistics(ServerRef<?> server, boolean keep) {
        order(server, new SystemOrder.KeepStatistics(keep), GenServer.DEFAULT_TIMEOUT);
    }

    /** Returns what a server has counted; nothing if it does not count. */
    public static Optional<Statistics> statistics(ServerRef<?> server) {
        return statistics(server, GenServer.DEFAULT_TIMEOUT);
    }

    /** Returns what a server has counted, as {@link #statistics(ServerRef)} does. */
    @SuppressWarnings("unchecked")
    public static Optional<Statistics> statistics(ServerRef<?> server, Duration timeout) {
        return (Optional<Statistics>) order(server, new SystemOrder.GetStatistics(), timeout);
    }

    /** Returns what there is to know of a server. */
    public static Status getStatus(ServerRef<?> server) {
        return getStatus(server, GenServer.DEFAULT_TIMEOUT);
    }

    /** Returns what there is to know of a server, as {@link #getStatus(ServerRef)} does. */
    public static Status getStatus(ServerRef<?> server, Duration timeout) {
        return (Status) order(server, new SystemOrder.GetStatus(), timeout);
    }

    /**
     * Has a server rest before it handles each message, so that one can follow it; Erlang's {@code
     * sys:install} with a function that sleeps. Orders of this class do not wait for it, except
     * during a rest.
     *
     * @param pause how long; zero ends it
     * @throws IllegalArgumentException if it is negative
     */
    public static void slowDown(ServerRef<?> server, Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause cannot be negative, but was " + pause);
        }
        order(server, new SystemOrder.SlowDown(pause), GenServer.DEFAULT_TIMEOUT);
    }

    private static Object order(ServerRef<?> server, SystemOrder order, Duration timeout) {
        Deadline.check(timeout);
        LocalProcess<?> caller = ProcessTable.currentOrNull();
        Object outcome = outcomeOf(server, new SystemEnvelope(order, caller), caller, timeout);
        if (outcome instanceof PendingCall.Failure(ExitReason reason)) {
            throw new Exit(new ExitReason.InCall(reason, server, order));
        }
        return outcome;
    }

    private static Object outcomeOf(
            ServerRef<?> reference,
            SystemEnvelope order,
            LocalProcess<?> caller,
            Duration timeout) {
        LocalProcess<?> server = ProcessTable.find(reference);
        if (server != null && server == caller) {
            return new PendingCall.Failure(ExitReason.CALLING_SELF);
        }
        if (server == null || !server.mailbox().put(order)) {
            return new PendingCall.Failure(ExitReason.NOPROC);
        }
        Object outcome = order.answer().await(caller, timeout);
        if (caller != null) {
            caller.checkNotExiting();
        }
        return outcome;
    }

    /** Says that a state cannot be replaced; it travels as the function's failure does. */
    static final class StateRefused extends RuntimeException {

        private static final long serialVersionUID = 1;

        StateRefused(String label) {
            super(
                    "the state of a %s is the runtime's own and cannot be replaced: use the functions of %s"
                            .formatted(label, label));
        }
    }
}
