package otp;

import java.time.Duration;
import java.util.Objects;

/**
 * A server that keeps a value and nothing else: other processes bring the functions that look at it
 * and change it. They run in the agent, one at a time; one that throws crashes it.
 *
 * {@snippet :
 * Pid<Agent.Message<Integer>> counter = Agent.start(() -> 0).pid();
 * Agent.update(counter, count -> count + 1);
 * int count = Agent.get(counter, value -> value);
 * }
 *
 * <p>What takes long had better not run there: all other processes wait meanwhile. Where several
 * functions belong together, write a {@link GenServer}.
 *
 * <p>{@link #get}, {@link #update} and {@link #getAndUpdate} wait for the agent, for 5 seconds
 * unless told otherwise, and throw {@link Exit} as {@link GenServer#call} does. A start waits for
 * as long as it takes, and so does {@link #stop}, which throws as {@link GenServer#stop} does.
 */
public final class Agent {

    private Agent() {}

    /**
     * What an agent understands: nothing but what the methods of this class send it.
     *
     * @param <S> what the agent keeps
     */
    public sealed interface Message<S> permits AgentServer.Request, AgentServer.Change {}

    /**
     * What a function of {@link #getAndUpdate} returns.
     *
     * @param answer what the caller gets
     * @param state what the agent keeps from now on
     */
    public record Reply<R, S>(R answer, S state) {}

    /** Starts an agent, and waits until it has its first state, which is made in its process. */
    public static <S> Start<Message<S>> start(ThrowingSupplier<? extends S> initial) {
        return GenServer.start(() -> new AgentServer<S>(initial));
    }

    /** Starts an agent under a name. */
    public static <S> Start<Message<S>> start(
            ThrowingSupplier<? extends S> initial, ProcessName<Message<S>> name) {
        return GenServer.start(() -> new AgentServer<S>(initial), name);
    }

    /** Starts an agent, linked to the caller. */
    public static <S> Start<Message<S>> startLink(ThrowingSupplier<? extends S> initial) {
        return GenServer.startLink(() -> new AgentServer<S>(initial));
    }

    /** Starts an agent under a name, linked to the caller. */
    public static <S> Start<Message<S>> startLink(
            ThrowingSupplier<? extends S> initial, ProcessName<Message<S>> name) {
        return GenServer.startLink(() -> new AgentServer<S>(initial), name);
    }

    /** Returns what a function makes of the state. */
    public static <S, R> R get(
            ServerRef<Message<S>> agent, ThrowingFunction<? super S, ? extends R> function) {
        return get(agent, function, GenServer.DEFAULT_TIMEOUT);
    }

    /** Returns what a function makes of the state, and waits no longer than the timeout. */
    public static <S, R> R get(
            ServerRef<Message<S>> agent,
            ThrowingFunction<? super S, ? extends R> function,
            Duration timeout) {
        Objects.requireNonNull(function, AgentServer.NO_FUNCTION);
        return getAndUpdate(
                agent, state -> new Reply<R, S>(function.applyOrThrow(state), state), timeout);
    }

    /** Changes the state, and returns when that is done. */
    public static <S> void update(
            ServerRef<Message<S>> agent, ThrowingFunction<? super S, ? extends S> function) {
        update(agent, function, GenServer.DEFAULT_TIMEOUT);
    }

    /** Changes the state, and waits no longer than the timeout. */
    public static <S> void update(
            ServerRef<Message<S>> agent,
            ThrowingFunction<? super S, ? extends S> function,
            Duration timeout) {
        Objects.requireNonNull(function, AgentServer.NO_FUNCTION);
        getAndUpdate(agent, state -> new Reply<>(null, (S) function.applyOrThrow(state)), timeout);
    }

    /** Changes the state, and returns what the function answers. */
    public static <S, R> R getAndUpdate(
            ServerRef<Message<S>> agent, ThrowingFunction<? super S, Reply<R, S>> function) {
        return getAndUpdate(agent, function, GenServer.DEFAULT_TIMEOUT);
    }

    /** Changes the state, and waits no longer than the timeout for what the function answers. */
    public static <S, R> R getAndUpdate(
            ServerRef<Message<S>> agent,
            ThrowingFunction<? super S, Reply<R, S>> function,
            Duration timeout) {
        return GenServer.call(agent, new AgentServer.Request<R, S>(function), timeout);
    }

    /** Changes the state some time. Never blocks, and never fails. */
    public static <S> void cast(
            ServerRef<Message<S>> agent, ThrowingFunction<? super S, ? extends S> function) {
        GenServer.cast(agent, new AgentServer.Change<S>(function));
    }

    /** Ends an agent in good order, and waits until it has ended. */
    public static void stop(ServerRef<? extends Message<?>> agent) {
        GenServer.stop(agent);
    }
}
