package counter.store;

import otp.EtsName;

import java.util.List;
import java.util.Optional;

/** The values of the counters, one each. Every process may read and write them. */
public final class Values {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_values");

    private Values() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        // TODO 1: create a table with one row a key, for every process to read and write.
        throw new UnsupportedOperationException(
                "TODO 1: create a table with one row a key, for every process to read and write.");
    }

    /** Keeps the value of a counter, in place of the one that was kept before. */
    public static void put(Object name, int value) {
        // TODO 1: insert a row.
        throw new UnsupportedOperationException("TODO 1: insert a row.");
    }

    /** Returns the value of a counter, if one is kept and it is a number. */
    public static Optional<Integer> get(Object name) {
        // TODO 1: look the row up; any process may have written it, so look what it is.
        throw new UnsupportedOperationException(
                "TODO 1: look the row up; any process may have written it, so look what it is.");
    }

    /**
     * Adds to the value of a counter, which is 0 if none is kept, and returns the sum. What other
     * processes add meanwhile is in it, or comes on top of it.
     *
     * @throws otp.EtsException if what is kept is no number
     */
    public static int add(Object name, int amount) {
        // TODO 2: have the table add, in one moment, to 0 if there is no row.
        throw new UnsupportedOperationException(
                "TODO 2: have the table add, in one moment, to 0 if there is no row.");
    }

    /** Returns the names of all counters that have a value, in no particular order. */
    public static List<Object> namesWith(int value) {
        // TODO 3: match the rows with any key and this value.
        throw new UnsupportedOperationException(
                "TODO 3: match the rows with any key and this value.");
    }
}
