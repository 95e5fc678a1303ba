package counter.store;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsPattern;
import otp.Tuple;

import java.util.List;
import java.util.Optional;

/** The values of the counters, one each. Every process may read and write them. */
public final class Values {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_values");

    private Values() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        Ets.create(TABLE, EtsOptions.set().access(EtsAccess.PUBLIC));
    }

    /** Keeps the value of a counter, in place of the one that was kept before. */
    public static void put(Object name, int value) {
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

    /**
     * Adds to the value of a counter, which is 0 if none is kept, and returns the sum. What other
     * processes add meanwhile is in it, or comes on top of it.
     *
     * @throws otp.EtsException if what is kept is no number
     */
    public static int add(Object name, int amount) {
        if (Ets.lookup(TABLE, name).isEmpty()) {
            put(name, 0);
        }
        return (int) Ets.updateCounter(TABLE, name, amount);
    }

    /** Returns the names of all counters that have a value, in no particular order. */
    public static List<Object> namesWith(int value) {
        return Ets.matchObject(TABLE, Tuple.of(EtsPattern.ANY, value)).stream()
                .map(Tuple::key)
                .toList();
    }
}
