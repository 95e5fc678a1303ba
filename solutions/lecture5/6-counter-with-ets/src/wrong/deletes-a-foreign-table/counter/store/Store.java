package counter.store;

import otp.ChildSpec;
import otp.Ets;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

/**
 * The process that the values of the counters belong to. It does nothing else, so that nothing can
 * go wrong in it.
 */
public final class Store extends GenServer<Void, Void> {

    private static final Name<Void> NAME = new Name<>("counter_store");

    private Store() {}

    /** Starts the store, empty, linked to the caller. */
    public static Start<Void> startLink() {
        return startLink(Store::new, NAME);
    }

    /** Specifies the store as the child of a supervisor. */
    public static ChildSpec<Void> childSpec() {
        return ChildSpec.worker("counter_store", Store::startLink);
    }

    @Override
    protected Init<Void> init() {
        Ets.whereis(Values.TABLE).ifPresent(Ets::delete);
        Values.create();
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Void message, Void state) {
        return noreply(state);
    }
}
