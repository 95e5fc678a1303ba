package counter.worker;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Processes;
import otp.Registry;
import otp.Start;
import otp.Via;

/** A process that counts, and is found by its name. */
public final class Worker extends GenServer<Worker.Message, Integer> {

    /** Knows which process has which name. It must run before any worker does. */
    public static final Registry<Message, Void> REGISTRY = new Registry<>("counter_registry");

    /** What a worker understands. */
    public sealed interface Message {}

    /**
     * Adds to the count.
     *
     * @param amount how much
     */
    public record Inc(int amount) implements Message, Cast {}

    /**
     * Takes from the count.
     *
     * @param amount how much
     */
    public record Dec(int amount) implements Message, Cast {}

    /** Asks for the count. */
    public record Value() implements Message, Call<Integer> {}

    private Worker() {}

    /** Starts a worker that begins at 0, linked to the caller, unless the name is taken. */
    public static Start<Message> startLink(Object name) {
        return startLink(Worker::new, via(name));
    }

    /** Specifies a worker as the child of a supervisor; all workers have the same id. */
    public static ChildSpec<Message> childSpec(Object name) {
        return ChildSpec.worker("counter_worker", () -> startLink(name));
    }

    /** Adds 1 to the count of a worker. Does not wait until it has been added. */
    public static void inc(Object name) {
        inc(name, 1);
    }

    /** Adds to the count of a worker. Does not wait until it has been added. */
    public static void inc(Object name, int amount) {
        cast(via(name), new Inc(amount));
    }

    /** Takes 1 from the count of a worker. Does not wait until it has been taken. */
    public static void dec(Object name) {
        dec(name, 1);
    }

    /** Takes from the count of a worker. Does not wait until it has been taken. */
    public static void dec(Object name, int amount) {
        cast(via(name), new Dec(amount));
    }

    /** Returns the count of a worker, with all changes that the caller has made before. */
    public static int value(Object name) {
        return call(via(name), new Value());
    }

    /**
     * Tells whether a worker of a name runs now. It only looks, and does not wait for the worker.
     *
     * @throws IllegalArgumentException if there is no registry: then no process knows
     */
    public static boolean isRunning(Object name) {
        return REGISTRY.whereis(via(name).key()).map(Processes::monitor).isPresent();
    }

    /** Returns what the runtime calls the worker of a name. */
    static Via<Message> via(Object name) {
        return REGISTRY.via(Worker.class, name);
    }

    @Override
    protected Init<Integer> init() {
        return ok(0);
    }

    @Override
    protected Next<Integer> handle(Message message, Integer count) {
        return switch (message) {
            case Inc(int amount) -> noreply(count + amount);
            case Dec(int amount) -> noreply(count - amount);
            case Value request -> reply(request, count, count);
        };
    }
}
