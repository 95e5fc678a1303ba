package counter.store;

import otp.EtsName;

import java.util.List;

/** What each counter was changed by, equal amounts as often as they came. */
public final class Changes {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_changes");

    private Changes() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // TODO 4: create a table with many rows a key, equal ones too, for every process.
        throw new UnsupportedOperationException(
                "TODO 4: create a table with many rows a key, equal ones too, for every process.");
    }

    /** Notes that a counter was changed. */
    public static void note(Object name, int amount) {
        // TODO 4: insert a row.
        throw new UnsupportedOperationException("TODO 4: insert a row.");
    }

    /** Returns what a counter was changed by, the oldest change first. */
    public static List<Integer> of(Object name) {
        // TODO 4: look the rows up.
        throw new UnsupportedOperationException("TODO 4: look the rows up.");
    }
}
