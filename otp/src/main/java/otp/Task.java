package otp;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Work that a process of its own does for the process that has started it, its owner.
 *
 * {@snippet :
 * Task<Integer> total = Task.async(() -> sum(orders));
 * List<Order> open = orders.stream().filter(Order::isOpen).toList();
 * report(open, total.await());
 * }
 *
 * <p>A task of {@link #async} is linked to its owner: if one of them crashes, so does the other.
 * Use {@link TaskSupervisor#asyncNolink} where the owner is to live on. Work that nobody waits for
 * is started with {@link TaskSupervisor#startChild}. The log tells of each task that ends for a
 * reason of its own which is not ordinary.
 *
 * <p>Only the owner may ask for the result, and once: with {@link #await}, {@link #yield} or {@link
 * #shutdown}. A server need not wait: {@link GenServer#handleInfo} gets a {@link Reply}, and then
 * the {@link Down} of {@link #monitor}, which {@link Processes#demonitorAndFlush} ends.
 *
 * @param <R> the result
 */
public final class Task<R> {

    /** How long {@link #await()} waits, and how long {@link #shutdown()} leaves a task: 5 s. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * What has come of a task.
     *
     * @param <R> the result
     */
    public sealed interface Outcome<R> {

        /**
         * The task has done its work; {@code {:ok, value}} in Elixir.
         *
         * @param value the result, which may be null
         */
        record Ok<R>(R value) implements Outcome<R> {}

        /**
         * The task has ended without a result; {@code {:exit, reason}} in Elixir.
         *
         * @param reason why it has ended
         */
        record Exited<R>(ExitReason reason) implements Outcome<R> {}
    }

    /**
     * The message with which a task sends its owner the result.
     *
     * @param task the task
     * @param value the result
     */
    public record Reply<R>(Task<R> task, R value) {}

    private final Pid<?> owner;
    private final Pid<?> pid;
    private final Monitor monitor;

    private Task(Pid<?> owner, Pid<?> pid) {
        this.owner = owner;
        this.pid = pid;
        this.monitor = Processes.monitor(pid);
    }

    /** Starts a task, linked to the calling process, which is its owner. Does not block. */
    public static <R> Task<R> async(Callable<? extends R> work) {
        return begin(Processes.spawnLink(TaskBody.of(work)));
    }

    /** Has a process that runs a {@link TaskBody} begin its work for the calling one. */
    static <R> Task<R> begin(Pid<Object> pid) {
        Task<R> task = new Task<>(Processes.self(), pid);
        Processes.send(pid, new TaskBody.Begin<>(task));
        return task;
    }

    /** Applies a function to many elements, as {@link TaskStreamOptions#DEFAULTS} say. */
    public static <T, R> Stream<Outcome<R>> asyncStream(
            Iterable<? extends T> elements, ThrowingFunction<? super T, ? extends R> function) {
        return asyncStream(elements, function, TaskStreamOptions.DEFAULTS);
    }

    /**
     * Applies a function to many elements, each in a task of its own, so many at the same time as
     * the options say. The tasks are linked to the calling process: if one crashes, so does the
     * caller, unless it traps exits.
     *
     * <p>Tasks are started while the stream is read, and only by the process that has called this
     * method. Who does not read it to its end closes it, in that process, too: that ends the tasks
     * that still run.
     *
     * @return the outcomes; reading one blocks until it is there, and throws {@link Exit} if a task
     *     takes longer than the timeout, unless the options say otherwise, or if somebody kills the
     *     process that sees to the timeout
     */
    public static <T, R> Stream<Outcome<R>> asyncStream(
            Iterable<? extends T> elements,
            ThrowingFunction<? super T, ? extends R> function,
            TaskStreamOptions options) {
        Objects.requireNonNull(function, TaskBody.NO_WORK);
        return TaskStream.of(
                elements, element -> async(() -> function.applyOrThrow(element)), options);
    }

    /** Waits for the result, for {@link #DEFAULT_TIMEOUT} at most. */
    public R await() {
        return await(DEFAULT_TIMEOUT);
    }

    /**
     * Waits for the result, for the timeout at most.
     *
     * @throws Exit if the task ends without a result, or if the timeout passes; the reason is an
     *     {@link ExitReason.InCall}. After a timeout the task runs on, until the owner ends; its
     *     result is dropped.
     * @throws IllegalArgumentException if the caller is not the owner
     */
    public R await(Duration timeout) {
        Outcome<R> tooLate = new Outcome.Exited<>(ExitReason.TIMEOUT);
        switch (this.yield(timeout).orElse(tooLate)) {
            case Outcome.Ok<R>(R value) -> {
                return value;
            }
            case Outcome.Exited<R>(ExitReason reason) -> {
                forget();
                throw new Exit(new ExitReason.InCall(reason, pid, "await"));
            }
        }
    }

    /**
     * Waits for the outcome, for the timeout at most; one of zero only looks whether it is there.
     * Nothing changes if it is not: the owner may ask again.
     *
     * @throws IllegalArgumentException if the caller is not the owner, or the timeout is negative
     */
    public Optional<Outcome<R>> yield(Duration timeout) {
        checkOwner();
        return Processes.receive(Object.class, this::isAnsweredBy, timeout).map(this::outcome);
    }

    /** Ends the task, as {@link #shutdown(Shutdown)} does, and leaves it 5 seconds for that. */
    public Optional<Outcome<R>> shutdown() {
        return shutdown(Shutdown.after(DEFAULT_TIMEOUT));
    }

    /**
     * Unlinks the task, ends it, and waits until it has ended.
     *
     * @return the outcome if there is one already; nothing if the task has ended because of this
     * @throws IllegalArgumentException if the caller is not the owner
     */
    public Optional<Outcome<R>> shutdown(Shutdown how) {
        checkOwner();
        TaskShutdown shutdown = new TaskShutdown(pid, monitor, how);
        ExitReason end = shutdown.perform();
        Optional<Outcome<R>> reply =
                Processes.receive(Object.class, this::isReply, Duration.ZERO).map(this::outcome);
        forget();
        return reply.isPresent() || shutdown.reason().equals(end)
                ? reply
                : Optional.of(new Outcome.Exited<>(end));
    }

    /** Unlinks the task and kills it, without waiting for its end. */
    void kill() {
        new TaskShutdown(pid, monitor, Shutdown.BRUTAL_KILL).unlinkAndExit();
    }

    /** Returns the process that may ask for the result. */
    public Pid<?> owner() {
        return owner;
    }

    /** Returns the process that does the work. */
    public Pid<?> pid() {
        return pid;
    }

    /** Returns the owner's monitor of the task. */
    public Monitor monitor() {
        return monitor;
    }

    /**
     * Sends the result, unless the owner does not wait for it any more.
     *
     * @throws Killed if the task has to end: what was ended sends nothing
     */
    void reply(R value) {
        ProcessTable.checkCaller();
        monitor.deliver(new Reply<>(this, value));
    }

    /** Tells whether a message is the task's result, or tells of its end. */
    private boolean isAnsweredBy(Object message) {
        return isReply(message) || monitor.isAnsweredBy(message);
    }

    private boolean isReply(Object message) {
        return message instanceof Reply<?>(Task<?> task, _) && task == this;
    }

    @SuppressWarnings("unchecked")
    private Outcome<R> outcome(Object answer) {
        if (answer instanceof Down down) {
            return new Outcome.Exited<>(down.reason());
        }
        Processes.demonitorAndFlush(monitor);
        return new Outcome.Ok<>(((Reply<R>) answer).value());
    }

    /** Sees to it that nothing of the task comes any more. */
    void forget() {
        Processes.demonitorAndFlush(monitor);
        Processes.receive(Object.class, this::isReply, Duration.ZERO);
    }

    private void checkOwner() {
        Pid<?> caller = Processes.self();
        if (caller != owner) {
            throw new IllegalArgumentException(
                    "%s must be queried by its owner %s, but was queried by %s"
                            .formatted(this, owner, caller));
        }
    }

    @Override
    public String toString() {
        return "#Task<" + pid + ">";
    }
}
