package otp;

import java.time.Duration;

/**
 * A process that keeps a state and serves requests one at a time.
 *
 * <p>A subclass writes two kinds of methods. Interface functions are static and run in the client's
 * process: they wrap {@link #start}, {@link #call} and {@link #cast}. Callbacks run in the server's
 * process: {@link #init}, {@link #handle}, {@link #handleInfo} and {@link #terminate}. A callback
 * that throws, be it a checked exception, crashes the server with what it has thrown.
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
public abstract non-sealed class GenServer<M, S> extends ServerFunctions {

    private static final Action AWAIT = new Action.Await();

    private ServerLoop<M, S> loop;

    /** Creates a server that does not run yet; {@link #start} and {@link #startLink} run it. */
    protected GenServer() {}

    /** Returns what the server is, in a word, for whoever looks at the running system. */
    String label() {
        return getClass().getSimpleName();
    }

    boolean isSupervisor() {
        return false;
    }

    /** Returns what others may see of the state; if it is not the state, none may replace it. */
    Object visible(S state) {
        return state;
    }

    /** Two processes with one object would take each other's calls for their own. */
    void runsIn(ServerLoop<M, S> loop) {
        if (this.loop != null && this.loop.process().isAlive()) {
            throw new IllegalStateException(
                    "this %s runs already, in %s: what starts a server makes a new one each time"
                            .formatted(Printed.simpleName(this), self()));
        }
        this.loop = loop;
    }

    /**
     * Returns the server's own process, as {@link Processes#self} does in a callback, but with the
     * type of its messages: so that the compiler checks what the server sends itself.
     *
     * @throws IllegalStateException in the constructor, when the server does not run yet
     */
    protected final Pid<M> self() {
        if (loop == null) {
            throw new IllegalStateException(
                    "a server has no process before its init: ask for self() there");
        }
        return loop.process();
    }

    /**
     * Begins: the first callback, before any message. Whoever starts the server waits for it, so it
     * had better be quick.
     *
     * @return {@link #ok}, {@link #stop(ExitReason)} or {@link #ignore}
     */
    protected abstract Init<S> init() throws Exception;

    /**
     * Handles a message: a {@link Call} is answered, a {@link Cast} is not.
     *
     * @return {@link #reply(Call, Object, Object)}, {@link #noreply} or {@link #stop(ExitReason,
     *     Object)}
     */
    protected abstract Next<S> handle(M message, S state) throws Exception;

    /**
     * Handles what is neither called nor cast: a {@link Down}, an {@link ExitMessage}, whatever was
     * sent with {@link Processes#send}. Logs and drops it, unless it is overridden.
     *
     * <p>It declares no checked exceptions, unlike the other callbacks, because what overrides it
     * mostly ends with {@code super.handleInfo(message, state)}. Do work that may throw some in
     * {@link #handleContinue}: {@code noreply(state, continueWith(message))}.
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
    protected Next<S> handleContinue(Object argument, S state) throws Exception {
        throw new UnsupportedOperationException(
                Printed.simpleName(this)
                        + " continues with "
                        + Printed.of(argument)
                        + ", but does not override handleContinue");
    }

    /**
     * Cleans up before the server ends: because a callback threw or returned a stop, because of
     * {@link #stop(ServerRef)}, or, if it traps exits, because its parent ended or sent it an exit
     * signal. A server that was started without a link is its own parent. It does not run when the
     * server is killed, nor when any other exit signal ends it.
     */
    protected void terminate(ExitReason reason, S state) throws Exception {}

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
     * give the answer later with {@link #reply(From, Object)}. Another process may give it, but is
     * handed what this method returns.
     *
     * @throws IllegalArgumentException if the request is not the one that the calling process is
     *     handling
     */
    protected final <R> From<R> from(Call<R> request) {
        return loop.takeOver(request);
    }
}
