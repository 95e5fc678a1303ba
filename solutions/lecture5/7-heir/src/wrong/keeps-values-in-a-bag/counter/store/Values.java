package counter.store;

import otp.Ets;
import otp.EtsException;
import otp.EtsName;
import otp.EtsOptions;
import otp.Pid;
import otp.Processes;
import otp.Tuple;

import java.util.Optional;

/** The values of the counters, one each. Every process may read them, and one may write them. */
public final class Values {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_values");

    private Values() {}

    /** Creates the table for the calling process, which gets it back from each later owner. */
    static void create() {
        Ets.create(TABLE, EtsOptions.bag().heir(Processes.self(), null));
    }

    /**
     * Gives the table of the calling process to another, and returns whether it has it now: no, if
     * the table belongs to a third process, or if the other has ended; either, if it was its own
     * before.
     */
    static boolean giveTo(Pid<?> process) {
        try {
            Ets.giveAway(TABLE, process, null);
            return true;
        } catch (EtsException refusal) {
            return false;
        }
    }

    /** Keeps the value of a counter. Only for the owner of the table. */
    static void put(Object name, int value) {
        Ets.insert(TABLE, Tuple.of(name, value));
    }

    /** Returns the value of a counter, if one is kept and it is a number. */
    public static Optional<Integer> get(Object name) {
        return Ets.lookup(TABLE, name).stream()
                .map(row -> row.element(2))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst();
    }
}
