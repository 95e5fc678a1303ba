package counter.store;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.Tuple;

import java.util.List;

/** What each counter was changed by, equal amounts as often as they came. */
public final class Changes {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_changes");

    private Changes() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // Task 4: create a table with many rows a key, equal ones too, for every process.
        Ets.create(TABLE, EtsOptions.duplicateBag().access(EtsAccess.PUBLIC));
        // End of task 4.
    }

    /** Notes that a counter was changed. */
    public static void note(Object name, int amount) {
        // Task 4: insert a row.
        Ets.insert(TABLE, Tuple.of(name, amount));
        // End of task 4.
    }

    /** Returns what a counter was changed by, the oldest change first. */
    public static List<Integer> of(Object name) {
        // Task 4: look the rows up.
        return Ets.take(TABLE, name).stream().map(Tuple::value).toList();
        // End of task 4.
    }
}
