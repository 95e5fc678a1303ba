package otp;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A process that keeps a state and serves requests one at a time.
 *
 * <p>A subclass writes two kinds of methods. Interface functions are static and run in the client's
 * process: they wrap {@link #start}, {@link #call} and {@link #cast}. Callbacks run in the server's
 * process: {@link #init}, {@link #handle}, {@link #handleInfo} and {@link #terminate}. A callback
 * that throws crashes the server.
 *
 * {@snippet :
 * public final class Counter extends GenServer<Counter.Message, Integer> {
 *     public sealed interface Message {}
 *     public record Increment(int amount) implements Message, Cast {}
 *     public record Value() implements Message, Call<Integer> {}
 *
 *     public static Pid<Message> start() { return start(Counter::new).pid(); }
 *     public static void increment(Pid<Message> counter, int amount) { cast(counter, new Increment(amount)); }
 *     public static int value(Pid<Message> counter) { return call(counter, new Value()); }
 *
 *     @Override protected Init<Integer> init() { return ok(0); }
 *
 *     @Override protected Next<Integer> handle(Message message, Integer count) {
 *         return switch (message) {
 *             case Increment(int amount) -> noreply(count + amount);
 *             case Value request -> reply(request, count, count);
 *         };
 *     }
 * }
 * }
 *
 * @param <M> the messages that the server understands
 * @param <S> the server's state, best an immutable value
 */
public abstract class GenServer<M, S> {

    /** How long {@link #call} waits for an answer, unless it is told otherwise: 5 seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private static final Action AWAIT = new Action.Await();

    private ServerLoop<M, S> loop;

    /** Creates a server that does not run yet; {@link #start} and {@link #startLink} run it. */
    protected GenServer() {}

    /**
     * Starts a server, and waits until its {@link #init} has decided. The server lives on when the
     * caller ends.
     *
     * @param server creates the server, in the new process, so that no two lives share an instance
     */
    public static <M, S> Start<M> start(Supplier<? extends GenServer<M, S>> server) {
        return ServerStart.of(server, null, null);
    }

    /**
     * Starts a server as {@link #start(Supplier)} does, registered under a name before its init.
     */
    public static <M, S> Start<M> start(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name) {
        return ServerStart.of(server, name, null);
    }

    /** Starts a server as {@link #start(Supplier)} does, linked to the caller before its init. */
    public static <M, S> Start<M> startLink(Supplier<? extends GenServer<M, S>> server) {
        return ServerStart.of(server, null, ProcessTable.current());
    }

    /** Starts a server under a name, linked to the caller; both hold before its init. */
    public static <M, S> Start<M> startLink(
            Supplier<? extends GenServer<M, S>> server, ProcessName<M> name) {
        return ServerStart.of(server, name, ProcessTable.current());
    }

    /** Asks a server and waits for the answer, for {@link #DEFAULT_TIMEOUT} at most. */
    public static <R, Q extends Call<R>> R call(ServerRef<? super Q> server, Q request) {
        return call(server, request, DEFAULT_TIMEOUT);
    }

    /**
     * Asks a server and waits for the answer, for the timeout at most.
     *
     * @throws Exit if there is no such server, if it ends before it answers (whatever its reason),
     *     if the timeout passes, or if a server calls itself; the reason is an {@link
     *     ExitReason.InCall}. An answer that comes after the timeout is dropped.
     */
    @SuppressWarnings("unchecked")
    public static <R, Q extends Call<R>> R call(
            ServerRef<? super Q> server, Q request, Duration timeout) {
        Deadline.check(timeout);
        Object outcome = outcomeOf(server, new PendingCall(request), timeout);
        if (outcome instanceof PendingCall.Failure(ExitReason reason)) {
            throw new Exit(new ExitReason.InCall(reason, server, request));
        }
        return (R) outcome;
    }

    private static Object outcomeOf(ServerRef<?> reference, PendingCall call, Duration timeout) {
        LocalProcess<?> caller = ProcessTable.currentOrNull();
        LocalProcess<?> server = ProcessTable.find(reference);
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
        ProcessTable.checkCaller();
        LocalProcess<?> receiver = findIfAnyhowPossible(server);
        if (receiver != null) {
            receiver.mailbox().put(new Envelope.OfCast(message));
        }
    }

    /** Returns null also if the registry of a name fails. */
    private static LocalProcess<?> findIfAnyhowPossible(ServerRef<?> server) {
        try {
            return ProcessTable.find(server);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Returns what the server is, in a word, for whoever looks at the running system. */
    String label() {
        return getClass().getSimpleName();
    }

    boolean isSupervisor() {
        return false;
    }

    void runsIn(ServerLoop<M, S> loop) {
        this.loop = loop;
    }

    /**
     * Ends a server in good order, as {@link #stop(ServerRef, ExitReason)} with a normal reason.
     */
    public static void stop(ServerRef<?> server) {
        stop(server, ExitReason.NORMAL);
    }

    /**
     * Has a server end with a reason, after the messages that it has already, and waits until it
     * has.
     *
     * @throws Exit if there is no such server, or if it ends for another reason in {@link
     *     #terminate}; an {@link ExitReason.InCall} if it ends, whatever its reason, before it gets
     *     to the order
     */
    public static void stop(ServerRef<?> server, ExitReason reason) {
        LocalProcess<?> caller = ProcessTable.current();
        LocalProcess<?> receiver = ProcessTable.find(server);
        if (receiver == caller) {
            throw new Exit(ExitReason.CALLING_SELF);
        }
        Monitor monitor = Monitor.begin(caller, receiver, server);
        Envelope.OfStop order = new Envelope.OfStop(reason);
        boolean isDelivered = receiver != null && receiver.mailbox().put(order);
        Down down = (Down) caller.mailbox().take(monitor::isAnsweredBy, Deadline.NEVER).message();
        if (isDelivered && !order.isTaken()) {
            throw new Exit(new ExitReason.InCall(down.reason(), server, "stop"));
        }
        if (!isDelivered || !down.reason().equals(reason)) {
            throw new Exit(down.reason());
        }
    }

    /** Answers a call whose answer was put off with {@link #from}. Any process may do so. */
    public static <R> void reply(From<R> from, R answer) {
        ProcessTable.checkCaller();
        from.answer(answer);
    }

    /**
     * Begins: the first callback, before any message. Whoever starts the server waits for it, so it
     * had better be quick.
     *
     * @return {@link #ok}, {@link #stop(ExitReason)} or {@link #ignore}
     */
    protected abstract Init<S> init();

    /**
     * Handles a message: a {@link Call} is answered, a {@link Cast} is not.
     *
     * @return {@link #reply(Call, Object, Object)}, {@link #noreply} or {@link #stop(ExitReason,
     *     Object)}
     */
    protected abstract Next<S> handle(M message, S state);

    /**
     * Handles what is neither called nor cast: a {@link Down}, an {@link ExitMessage}, whatever was
     * sent with {@link Processes#send}. Logs and drops it, unless it is overridden.
     */
    protected Next<S> handleInfo(Object message, S state) {
        Log.warning(() ->
                Printed.simpleName(this)
                        + " received what it does not expect: "
                        + Printed.of(message));
        return noreply(state);
    }

    /**
     * Goes on where {@link #init} or another callback left off with {@link #continueWith}: before
     * any message, and, after init, when whoever started the server waits no more.
     *
     * @return {@link #noreply} or {@link #stop(ExitReason, Object)}
     */
    protected Next<S> handleContinue(Object argument, S state) {
        throw new UnsupportedOperationException(
                Printed.simpleName(this)
                        + " continues with "
                        + Printed.of(argument)
                        + ", but does not override handleContinue");
    }

    /**
     * Cleans up before the server ends: because a callback threw or returned a stop, because of
     * {@link #stop(ServerRef)}, or, if it traps exits, because its parent ended. It does not run
     * when the server is killed, nor when any other exit signal ends it.
     */
    protected void terminate(ExitReason reason, S state) {}

    /** Lets the server run, with the state that it begins with. */
    protected static <S> Init<S> ok(S state) {
        return ok(state, AWAIT);
    }

    /** Lets the server run, and says what it does before its first message. */
    protected static <S> Init<S> ok(S state, Action action) {
        return new Init.Ok<>(state, action);
    }

    /** Ends the server before it has begun, and fails its start with the reason. */
    protected static <S> Init<S> stop(ExitReason reason) {
        return new Init.Stop<>(reason);
    }

    /** Ends the server before it has begun, which is no failure. */
    protected static <S> Init<S> ignore() {
        return new Init.Ignore<>();
    }

    /** Answers the request that is being handled, and goes on with the state. */
    protected static <R, S> Next<S> reply(Call<R> request, R answer, S state) {
        return reply(request, answer, state, AWAIT);
    }

    /** Answers the request that is being handled, and says what to do before the next message. */
    protected static <R, S> Next<S> reply(Call<R> request, R answer, S state, Action action) {
        return new Next.Reply<>(request, answer, state, action);
    }

    /** Goes on with the state, without an answer now. */
    protected static <S> Next<S> noreply(S state) {
        return noreply(state, AWAIT);
    }

    /** Goes on with the state, and says what to do before the next message. */
    protected static <S> Next<S> noreply(S state, Action action) {
        return new Next.NoReply<>(state, action);
    }

    /**
     * Has {@link #handleInfo} get a {@link Timeout} if no message comes within a time. A message
     * ends the waiting, whatever it is: whoever needs another timeout sets it again.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    protected static Action timeout(Duration time) {
        return new Action.AwaitFor(time);
    }

    /** Has {@link #handleContinue} go on with the argument, before any message. */
    protected static Action continueWith(Object argument) {
        return new Action.Continue(argument);
    }

    /** Ends the server with a reason; a call that is being handled fails with it. */
    protected static <S> Next<S> stop(ExitReason reason, S state) {
        return new Next.Stop<>(reason, state);
    }

    /**
     * Puts off the answer to the request that is being handled: return {@link #noreply} now, and
     * give the answer later with {@link #reply(From, Object)}.
     *
     * @throws IllegalArgumentException if the request is not the one that is being handled
     */
    protected final <R> From<R> from(Call<R> request) {
        return loop.takeOver(request);
    }
}
