package counter.store;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.Tuple;

import java.util.List;
import java.util.Optional;

/** The counters in the order of their points. Its owner alone reads and writes it. */
public final class Ranking {

    static final EtsName<Tuple<Integer, String>, String> TABLE = new EtsName<>("counter_ranking");

    private Ranking() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // Task 5: create a table with its keys in order, for its owner alone.
        Ets.create(TABLE, EtsOptions.orderedSet().access(EtsAccess.PRIVATE));
        // End of task 5.
    }

    /**
     * Adds a counter with its points; several may have equally many. One that is added again with
     * other points is there twice.
     */
    public static void add(String name, int points) {
        // Task 5: insert a row; its key is the points and the name, its value the name.
        Ets.insert(TABLE, Tuple.of(Tuple.of(points, name), name));
        // End of task 5.
    }

    /** Returns all names, those with the fewest points first, equal ones by their names. */
    public static List<String> names() {
        // Task 5: take all rows, which have an order.
        return Ets.tab2list(TABLE).stream().map(Tuple::value).toList();
        // End of task 5.
    }

    /** Returns the name with the most points, if there is one; looks at no other row. */
    public static Optional<String> winner() {
        // Task 5: take the last key.
        Optional<Tuple<Integer, String>> last = Ets.last(TABLE);
        last.ifPresent(key -> Ets.delete(TABLE, key));
        return last.map(Tuple::value);
        // End of task 5.
    }
}
