package counter.store;

import otp.EtsName;
import otp.Tuple;

import java.util.List;
import java.util.Optional;

/** The counters in the order of their points. Its owner alone reads and writes it. */
public final class Ranking {

    static final EtsName<Tuple<Integer, String>, String> TABLE = new EtsName<>("counter_ranking");

    private Ranking() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // TODO 5: create a table with its keys in order, for its owner alone.
        throw new UnsupportedOperationException(
                "TODO 5: create a table with its keys in order, for its owner alone.");
    }

    /**
     * Adds a counter with its points; several may have equally many. One that is added again with
     * other points is there twice.
     */
    public static void add(String name, int points) {
        // TODO 5: insert a row; its key is the points and the name, its value the name.
        throw new UnsupportedOperationException(
                "TODO 5: insert a row; its key is the points and the name, its value the name.");
    }

    /** Returns all names, those with the fewest points first, equal ones by their names. */
    public static List<String> names() {
        // TODO 5: take all rows, which have an order.
        throw new UnsupportedOperationException("TODO 5: take all rows, which have an order.");
    }

    /** Returns the name with the most points, if there is one; looks at no other row. */
    public static Optional<String> winner() {
        // TODO 5: take the last key.
        throw new UnsupportedOperationException("TODO 5: take the last key.");
    }
}
