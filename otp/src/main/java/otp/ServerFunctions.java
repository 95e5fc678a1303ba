package otp;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The functions of {@link GenServer} for its clients: start a server, call it, cast to it, stop it.
 * They run in the client's process. The callbacks, which run in the server's, are in GenServer.
 *
 * <p>Name them as GenServer's. This class is public because javac names it where a class nested in
 * a server calls one of them, such as a record that implements an interface for the server's
 * clients.
 */
public abstract sealed class ServerFunctions permits GenServer {

    /** How long {@link #call} waits for an answer, unless it is told otherwise: 5 seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** A timeout that never passes; {@code :infinity} in Elixir. */
    public static final Duration INFINITY = Deadline.FOREVER;

    ServerFunctions() {}

    /**
     * Starts a server, and waits until its {@link GenServer#init} has decided. The server lives on
     * when the caller ends.
     *
     * @param server creates the server, in the new process, so that no two lives share an instance
     */
    public static <M, S> Start<M> start(Supplier<? extends GenServer<M, S>> server) {
        return start(server, INFINITY);
    }

    /**
     * Starts a server as {@link #start(Supplier)} does, but waits no longer than the timeout.
     *
     * @return {@link Start.Failed} with {@link ExitReason#TIMEOUT} if init has not decided in time:
     *     the server has been told to end with {@link ExitReason#KILL} then. It has, too, if the
     *     caller is somebody else's thread, and is interrupted; the reason is {@code interrupted}.
     */
    public static <M, S> Start<M> start(
            Supplier<? extends GenServer<M, S>> server, Duration timeout) {
        return ServerStart.of(server, null, null, timeout);
    }

    /**
     * Starts a server as {@link #start(Supplier)} does, registered under a name before its init.
     */
    public static <M, S> Start<M> start(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name) {
        return start(server, name, INFINITY);
    }

    /** Starts a server under a name, and waits no longer than the timeout. */
    public static <M, S> Start<M> start(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name, Duration timeout) {
        return ServerStart.of(server, name, null, timeout);
    }

    /** Starts a server as {@link #start(Supplier)} does, linked to the caller before its init. */
    public static <M, S> Start<M> startLink(Supplier<? extends GenServer<M, S>> server) {
        return startLink(server, INFINITY);
    }

    /**
     * Starts a server, linked to the caller before its init, and waits no longer than the timeout,
     * as {@link #start(Supplier, Duration)} does. A server that took too long is unlinked before it
     * is told to end, so that the caller lives on.
     */
    public static <M, S> Start<M> startLink(
            Supplier<? extends GenServer<M, S>> server, Duration timeout) {
        return ServerStart.of(server, null, ProcessTable.current(), timeout);
    }

    /** Starts a server under a name, linked to the caller; both hold before its init. */
    public static <M, S> Start<M> startLink(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name) {
        return startLink(server, name, INFINITY);
    }

    /** Starts a server under a name, linked to the caller, and waits no longer than the timeout. */
    public static <M, S> Start<M> startLink(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name, Duration timeout) {
        return ServerStart.of(server, name, ProcessTable.current(), timeout);
    }

    /** Asks a server and waits for the answer, for {@link #DEFAULT_TIMEOUT} at most. */
    public static <R, Q extends Call<R>> R call(ServerRef<? super Q> server, Q request) {
        return call(server, request, DEFAULT_TIMEOUT);
    }

    /**
     * Asks a server and waits for the answer, for the timeout at most.
     *
     * @param timeout {@link #INFINITY} waits for as long as it takes
     * @throws Exit if there is no such server, if it ends before it answers (whatever its reason),
     *     if the timeout passes, or if a server calls itself; the reason is an {@link
     *     ExitReason.InCall}. An answer that comes after the timeout is dropped.
     */
    @SuppressWarnings("unchecked")
    public static <R, Q extends Call<R>> R call(
            ServerRef<? super Q> server, Q request, Duration timeout) {
        Objects.requireNonNull(request, "a request cannot be null");
        Deadline.check(timeout);
        Object outcome = outcomeOf(server, request, timeout);
        if (outcome instanceof PendingCall.Failure(ExitReason reason)) {
            throw new Exit(new ExitReason.InCall(reason, server, request));
        }
        return (R) outcome;
    }

    private static Object outcomeOf(ServerRef<?> reference, Object request, Duration timeout) {
        LocalProcess<?> caller = ProcessTable.currentOrNull();
        LocalProcess<?> server = ProcessTable.find(reference);
        PendingCall call = new PendingCall(request, caller);
        if (server != null && server == caller) {
            return new PendingCall.Failure(ExitReason.CALLING_SELF);
        }
        if (server == null || !server.mailbox().put(call)) {
            return new PendingCall.Failure(ExitReason.NOPROC);
        }
        Object outcome = call.await(caller, timeout);
        if (caller != null) {
            caller.checkNotExiting();
        }
        return outcome;
    }

    /** Sends a server a message that it does not answer. Never blocks, and never fails. */
    public static <C extends Cast> void cast(ServerRef<? super C> server, C message) {
        Objects.requireNonNull(message, "a message cannot be null");
        ProcessTable.checkCaller();
        LocalProcess<?> receiver = findIfAnyhowPossible(server);
        if (receiver != null) {
            receiver.mailbox().put(new Envelope.OfCast(message));
        }
    }

    /** Returns null also if the registry of a name fails, or the methods of its key do. */
    private static LocalProcess<?> findIfAnyhowPossible(ServerRef<?> server) {
        try {
            return ProcessTable.find(server);
        } catch (Killed killed) {
            throw killed;
        } catch (Throwable failed) {
            return null;
        }
    }

    /** Answers a call whose answer was put off with {@code from}. Any process may do so. */
    public static <R> void reply(From<R> from, R answer) {
        ProcessTable.checkCaller();
        from.answer(answer);
    }

    /**
     * Ends a server in good order, as {@link #stop(ServerRef, ExitReason)} with a normal reason.
     */
    public static void stop(ServerRef<?> server) {
        stop(server, ExitReason.NORMAL);
    }

    /**
     * Has a server end with a reason, after the messages that it has already, and waits until it
     * has, for as long as that takes.
     *
     * @throws Exit if there is no such server, or if it ends for another reason in {@link
     *     GenServer#terminate}; an {@link ExitReason.InCall} if it ends, whatever its reason,
     *     before it gets to the order, or if it stops itself
     */
    public static void stop(ServerRef<?> server, ExitReason reason) {
        stop(server, reason, INFINITY);
    }

    /**
     * Has a server end with a reason, as {@link #stop(ServerRef, ExitReason)} does, but waits no
     * longer than the timeout.
     *
     * @throws Exit as there; and with an {@link ExitReason.InCall} of {@link ExitReason#TIMEOUT} if
     *     the timeout passes. The order stands then: the server ends when it gets to it.
     */
    public static void stop(ServerRef<?> server, ExitReason reason, Duration timeout) {
        Objects.requireNonNull(reason, "a server ends for a reason, which cannot be null");
        long deadline = Deadline.after(timeout);
        LocalProcess<?> caller = ProcessTable.current();
        LocalProcess<?> receiver = ProcessTable.find(server);
        if (receiver == caller) {
            throw new Exit(new ExitReason.InCall(ExitReason.CALLING_SELF, server, "stop"));
        }
        Monitor monitor = Monitor.begin(caller, receiver, server);
        Envelope.OfStop order = new Envelope.OfStop(reason);
        boolean isDelivered = receiver != null && receiver.mailbox().put(order);
        ExitReason end = endOf(monitor, deadline);
        if (end == null) {
            throw new Exit(new ExitReason.InCall(ExitReason.TIMEOUT, server, "stop"));
        }
        boolean isThere = isDelivered && !ExitReason.NOPROC.equals(end);
        if (isThere && !order.isTaken()) {
            throw new Exit(new ExitReason.InCall(end, server, "stop"));
        }
        if (!isDelivered || !areEqual(end, reason)) {
            throw new Exit(end);
        }
    }

    /** The values of reasons may be anything: what cannot be compared is not the same. */
    private static boolean areEqual(ExitReason end, ExitReason ordered) {
        return end == ordered || ForeignCode.compare(() -> end.equals(ordered), false);
    }

    /** Returns why a monitored process has ended; null, and no monitor, if the deadline passes. */
    private static ExitReason endOf(Monitor monitor, long deadline) {
        Mailbox mailbox = monitor.owner().mailbox();
        try {
            Envelope answer = mailbox.take(monitor::isAnsweredBy, deadline);
            if (answer != null) {
                return ((Down) answer.message()).reason();
            }
        } catch (Exit interrupted) {
            Processes.demonitorAndFlush(monitor);
            throw interrupted;
        }
        Processes.demonitorAndFlush(monitor);
        return null;
    }
}
