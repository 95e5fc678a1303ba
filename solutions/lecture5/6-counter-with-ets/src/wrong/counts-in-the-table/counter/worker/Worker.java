package counter.worker;

import counter.store.Values;

import otp.Call;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Registry;
import otp.Start;
import otp.Via;

/** A process that counts, and is found by its name. Its value outlives it. */
public final class Worker extends GenServer<Worker.Message, Integer> {

    /** Knows which process has which name. It must run before any worker does. */
    public static final Registry<Message, Void> REGISTRY = new Registry<>("counter_registry");

    /** What a worker understands. */
    public sealed interface Message {}

    /**
     * Adds to the count, and asks for the sum.
     *
     * @param amount how much
     */
    public record Inc(int amount) implements Message, Call<Integer> {}

    /**
     * Takes from the count, and asks for the rest.
     *
     * @param amount how much
     */
    public record Dec(int amount) implements Message, Call<Integer> {}

    /** Asks for the count. */
    public record Value() implements Message, Call<Integer> {}

    private final Object name;

    private Worker(Object name) {
        this.name = name;
    }

    /**
     * Starts a worker, linked to the caller, unless the name is taken. It goes on where the last
     * worker of that name has ended, or else begins at 0.
     */
    public static Start<Message> startLink(Object name) {
        return startLink(() -> new Worker(name), via(name));
    }

    /** Specifies a worker as the child of a supervisor; all workers have the same id. */
    public static ChildSpec<Message> childSpec(Object name) {
        return ChildSpec.worker("counter_worker", () -> startLink(name));
    }

    /** Adds 1 to the count of a worker, and returns the sum, which outlives the worker. */
    public static int inc(Object name) {
        return inc(name, 1);
    }

    /** Adds to the count of a worker, and returns the sum, which outlives the worker. */
    public static int inc(Object name, int amount) {
        return call(via(name), new Inc(amount));
    }

    /** Takes 1 from the count of a worker, and returns the rest, which outlives the worker. */
    public static int dec(Object name) {
        return dec(name, 1);
    }

    /** Takes from the count of a worker, and returns the rest, which outlives the worker. */
    public static int dec(Object name, int amount) {
        return call(via(name), new Dec(amount));
    }

    /** Returns the count of a worker. */
    public static int value(Object name) {
        return call(via(name), new Value());
    }

    /**
     * Tells whether a worker of a name runs now. It only looks, and does not wait for the worker.
     *
     * @throws IllegalArgumentException if there is no registry: then no process knows
     */
    public static boolean isRunning(Object name) {
        return REGISTRY.whereis(via(name).key()).isPresent();
    }

    /** Returns what the runtime calls the worker of a name. */
    static Via<Message> via(Object name) {
        return REGISTRY.via(Worker.class, name);
    }

    @Override
    protected Init<Integer> init() {
        return ok(Values.get(name).orElse(0));
    }

    @Override
    protected Next<Integer> handle(Message message, Integer count) {
        return switch (message) {
            case Inc request -> change(request, count + request.amount());
            case Dec request -> change(request, count - request.amount());
            case Value request -> reply(request, count, count);
        };
    }

    private Next<Integer> change(Call<Integer> request, int count) {
        Values.add(name, count - Values.get(name).orElse(0));
        return reply(request, count, count);
    }
}
