package counter.worker;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Processes;
import otp.Start;

/** A process that counts, and is found by its name. */
public final class Worker extends GenServer<Worker.Message, Integer> {

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
    public static Start<Message> startLink(String name) {
        return startLink(Worker::new, nameOf(name));
    }

    /** Specifies a worker as the child of a supervisor; all workers have the same id. */
    public static ChildSpec<Message> childSpec(String name) {
        return ChildSpec.worker("counter_worker", () -> startLink(name));
    }

    /** Adds 1 to the count of a worker. Does not wait until it has been added. */
    public static void inc(String name) {
        inc(name, 1);
    }

    /** Adds to the count of a worker. Does not wait until it has been added. */
    public static void inc(String name, int amount) {
        cast(nameOf(name), new Inc(amount));
    }

    /** Takes 1 from the count of a worker. Does not wait until it has been taken. */
    public static void dec(String name) {
        dec(name, 1);
    }

    /** Takes from the count of a worker. Does not wait until it has been taken. */
    public static void dec(String name, int amount) {
        cast(Processes.whereis(nameOf(name)).orElseThrow(), new Dec(amount));
    }

    /** Returns the count of a worker, with all changes that the caller has made before. */
    public static int value(String name) {
        return call(nameOf(name), new Value());
    }

    /** Returns what the runtime calls the worker of a name. */
    static Name<Message> nameOf(String name) {
        return new Name<>(name);
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
