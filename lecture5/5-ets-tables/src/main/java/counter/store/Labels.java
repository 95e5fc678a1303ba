package counter.store;

import otp.EtsName;

import java.util.List;

/** The labels of the counters: any number each, none twice. Only their owner writes them. */
public final class Labels {

    static final EtsName<Object, String> TABLE = new EtsName<>("counter_labels");

    private Labels() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // TODO 3: create a table with many rows a key, none twice, for its owner to write.
        throw new UnsupportedOperationException(
                "TODO 3: create a table with many rows a key, none twice, for its owner to write.");
    }

    /** Gives a counter one more label, unless it has it. Only for the owner of the table. */
    public static void add(Object name, String label) {
        // TODO 3: insert a row.
        throw new UnsupportedOperationException("TODO 3: insert a row.");
    }

    /** Returns the labels of a counter, the oldest first. */
    public static List<String> of(Object name) {
        // TODO 3: look the rows up.
        throw new UnsupportedOperationException("TODO 3: look the rows up.");
    }
}
