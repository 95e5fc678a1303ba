package counter.store;

import otp.Call;
import otp.ChildSpec;
import otp.EtsTransfer;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

/**
 * The process that writes the values of the counters: their table belongs to it, and no other
 * process can. When it ends, the table goes back to the {@link Keeper}.
 */
public final class Store extends GenServer<Store.Message, Void> {

    private static final Name<Message> NAME = new Name<>("counter_store");

    /** What the store understands. */
    public sealed interface Message {}

    /**
     * Asks to keep the value of a counter, and returns it.
     *
     * @param name the counter's name
     * @param value its value
     */
    public record Put(Object name, int value) implements Message, Call<Integer> {}

    private Store() {}

    /** Starts the store, linked to the caller, with the values that the keeper holds. */
    public static Start<Message> startLink() {
        return startLink(Store::new, NAME);
    }

    /** Specifies the store as the child of a supervisor. */
    public static ChildSpec<Message> childSpec() {
        return ChildSpec.worker("counter_store", Store::startLink);
    }

    /**
     * Keeps the value of a counter, in place of the one that was kept before, and returns it.
     *
     * @throws otp.Exit if it cannot be kept
     */
    public static int put(Object name, int value) {
        return call(NAME, new Put(name, value));
    }

    @Override
    protected Init<Void> init() {
        // Task 3: claim the table, and begin only with it.
        if (!Keeper.claim()) {
            throw new IllegalStateException("another process owns the table");
        }
        return ok(null);
        // End of task 3.
    }

    @Override
    protected Next<Void> handle(Message message, Void state) {
        return switch (message) {
            case Put request -> {
                Values.put(request.name(), request.value());
                yield reply(request, request.value(), state);
            }
        };
    }

    /** The table is the store's already when it is told so. */
    @Override
    protected Next<Void> handleInfo(Object message, Void state) {
        return message instanceof EtsTransfer ? noreply(state) : super.handleInfo(message, state);
    }
}
