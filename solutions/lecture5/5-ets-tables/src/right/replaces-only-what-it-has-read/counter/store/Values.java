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
        // Task 1: create a table with one row a key, for every process to read and write.
        Ets.create(TABLE, EtsOptions.set().access(EtsAccess.PUBLIC));
        // End of task 1.
    }

    /** Keeps the value of a counter, in place of the one that was kept before. */
    public static void put(Object name, int value) {
        // Task 1: insert a row.
        Ets.insert(TABLE, Tuple.of(name, value));
        // End of task 1.
    }

    /** Returns the value of a counter, if one is kept and it is a number. */
    public static Optional<Integer> get(Object name) {
        // Task 1: look the row up; any process may have written it, so look what it is.
        return Ets.lookup(TABLE, name).stream()
                .map(row -> row.element(2))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst();
        // End of task 1.
    }

    /**
     * Adds to the value of a counter, which is 0 if none is kept, and returns the sum. What other
     * processes add meanwhile is in it, or comes on top of it.
     *
     * @throws otp.EtsException if what is kept is no number
     */
    public static int add(Object name, int amount) {
        // Task 2: have the table add, in one moment, to 0 if there is no row.
        if (Ets.insertNew(TABLE, Tuple.of(name, amount))) {
            return amount;
        }
        while (true) {
            Tuple<Object, Integer> row = Ets.lookup(TABLE, name).getFirst();
            if (!(row.element(2) instanceof Integer before)) {
                // The table refuses to add to what is no number.
                return (int) Ets.updateCounter(TABLE, name, amount);
            }
            if (Ets.selectReplace(TABLE, row::equals, _ -> Tuple.of(name, before + amount)) == 1) {
                return before + amount;
            }
        }
        // End of task 2.
    }

    /** Returns the names of all counters that have a value, in no particular order. */
    public static List<Object> namesWith(int value) {
        // Task 3: match the rows with any key and this value.
        return Ets.matchObject(TABLE, Tuple.of(EtsPattern.ANY, value)).stream()
                .map(Tuple::key)
                .toList();
        // End of task 3.
    }
}
