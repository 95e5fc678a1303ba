package counter.store;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.Processes;
import otp.Tuple;

import java.util.List;
import java.util.Optional;

/** The counters in the order of their points. Its owner alone reads and writes it. */
public final class Ranking {

    static final EtsName<Tuple<Integer, String>, String> TABLE = new EtsName<>("counter_ranking");

    private Ranking() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        Ets.create(
                TABLE,
                EtsOptions.orderedSet()
                        .access(EtsAccess.PRIVATE)
                        .heir(Processes.spawn(() -> Processes.receive(Void.class)), null));
    }

    /**
     * Adds a counter with its points; several may have equally many. One that is added again with
     * other points is there twice.
     */
    public static void add(String name, int points) {
        Ets.insert(TABLE, Tuple.of(Tuple.of(points, name), name));
    }

    /** Returns all names, those with the fewest points first, equal ones by their names. */
    public static List<String> names() {
        return Ets.tab2list(TABLE).stream().map(Tuple::value).toList();
    }

    /** Returns the name with the most points, if there is one; looks at no other row. */
    public static Optional<String> winner() {
        return Ets.last(TABLE).map(Tuple::value);
    }
}
